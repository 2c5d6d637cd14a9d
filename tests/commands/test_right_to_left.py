from rich.cells import cell_len

from engine.commands.right_to_left import LEFT_TO_RIGHT_MARK, lines


def test_columns_stand_from_right_to_left_and_are_as_wide_as_they_need() -> None:
    found = [line.replace(LEFT_TO_RIGHT_MARK, "|") for line in lines([("۱", "روز"), ("۱۰", "می‌رود")])]
    assert found == ["|  روز  | ۱", "|می‌رود  |۱۰"]
    assert len({cell_len(line) for line in found}) == 1  # a half-space takes no room
