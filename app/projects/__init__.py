"""What lists tell of projects, purchases, cars and devices, and of the money that pays for them."""
