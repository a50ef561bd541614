"""Files taken into the library, corrected by staff, and what visitors say of the answers."""
