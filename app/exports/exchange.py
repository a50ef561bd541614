"""A question with its answer, as conversations are exported."""

from __future__ import annotations

from dataclasses import dataclass

from app.answer import Answer


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and its answer."""

    question: str
    answer: Answer

    @property
    def lines(self) -> tuple[str, ...]:
        """The answer's text with the calculation and the warnings that it does not tell itself."""
        told = self.answer.text.splitlines()
        if self.answer.calculation and self.answer.calculation not in self.answer.text:
            told.append(f"计算：{self.answer.calculation}")
        told += [f"注意：{warning}" for warning in self.answer.warnings if warning not in self.answer.text]
        return tuple(told)
