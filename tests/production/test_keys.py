from engine.production.keys import free_key


def test_a_key_that_is_taken_gets_the_next_number() -> None:
    taken: set[str] = set()
    for _ in range(5000):
        taken.add(free_key("a", taken))
    assert taken == {"a", *(f"a_{number}" for number in range(2, 5001))}


def test_a_key_is_free_also_between_others() -> None:
    assert free_key("a", {"a", "a_2", "a_4"}) not in {"a", "a_2", "a_4"}
