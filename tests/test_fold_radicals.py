from ingest.pages.fold_radicals import fold_radicals


def test_radicals_of_simplified_fonts_are_the_simplified_characters() -> None:
    assert fold_radicals("避险搬迁⼾数") == "避险搬迁户数"
    assert fold_radicals("部⻔") == "部门"
