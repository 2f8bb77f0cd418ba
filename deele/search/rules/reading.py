"""Turns what somebody typed into what is looked for."""

from dataclasses import dataclass
from typing import Protocol

from deele.core import text as core_text
from deele.search.rules import bare, compounds, expressions, spelling, stem, surfaces, synonyms
from deele.search.rules.expressions import AllOf, Expression, Words

MAX_WORDS = 12
PIECE = 4  # letters a word needs to be looked for inside other words


class Known(Protocol):
    """The words of the index."""

    def __contains__(self, token: object) -> bool:
        """Whether the stem occurs."""

    def counts(self) -> list[tuple[str, int]]:
        """Every stem with its number of documents."""

    def as_written(self, token: str) -> str:
        """The stem as a word."""

    def parts_of(self, token: str) -> list[str]:
        """The parts of a compound."""

    def starts(self, beginning: str) -> bool:
        """Whether some stem begins like this."""

    def holding(self, piece: str, limit: int = 20) -> list[str]:
        """The stems that hold this piece."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`expression` is None when the text says nothing (empty or stop words only); `stems` are its words for ranking;
    `corrected` is the text with its slips mended; `any_word` is the expression when one word is enough."""

    expression: Expression | None
    stems: tuple[str, ...] = ()
    corrected: str | None = None
    any_word: Expression | None = None


def read(text: str, known: Known, *, typing: bool = False) -> Reading:
    """Understand `text` with the words of the index."""
    pairs = [(word, token) for word in surfaces(text) if (token := stem(word))][:MAX_WORDS]
    if not pairs:
        return Reading(None)
    reader = _Reader(known, typing, [word for word, _token in pairs], [token for _word, token in pairs])
    groups = reader.groups()
    return Reading(
        expression=expressions.all_of(groups),
        stems=tuple(reader.stems),
        corrected=" ".join(reader.written) if reader.mended else None,
        any_word=expressions.any_of(groups) if len(groups) > 1 else None,
    )


@dataclass(slots=True)
class _Reader:
    known: Known
    typing: bool
    written: list[str]
    stems: list[str]
    mended: bool = False

    def groups(self) -> list[Expression]:
        """What must occur, word by word."""
        found, at = [], 0
        while at < len(self.stems):
            group, used = self._synonym(at) or self._pair(at) or (self._word(at), 1)
            found.append(group)
            at += used
        return found

    def _synonym(self, at: int) -> tuple[Expression, int] | None:
        """The longest term of the synonyms that begins here, together with the others of its line."""
        for length in range(min(synonyms.longest(), len(self.stems) - at), 0, -1):
            others = synonyms.table().get(tuple(self.stems[at : at + length]))
            if others:
                same = [Words(term) for term in others if all(token in self.known for token in term)]
                return expressions.any_of([*self._own(at, length, bool(same)), *same]), length
        return None

    def _own(self, at: int, length: int, has_others: bool) -> list[Expression]:
        """A term of the synonyms as it was typed. Its words are not guessed at when other names are known."""
        typed = self.stems[at : at + length]
        if has_others and not all(token in self.known for token in typed):
            return [Words((token,)) for token in (self._joins(at) if length == 2 else [])]
        joined = [Words((token,)) for token in self._joins(at)] if length == 2 else []
        return [expressions.all_of([self._word(at + step) for step in range(length)]), *joined]

    def _pair(self, at: int) -> tuple[Expression, int] | None:
        """Two words that somebody else writes as one."""
        if at + 1 >= len(self.stems) or not (joined := self._joins(at)):
            return None
        both = AllOf((self._word(at), self._word(at + 1)))
        return expressions.any_of([both, *(Words((token,)) for token in joined)]), 2

    def _joins(self, at: int) -> list[str]:
        return [token for token in compounds.joins(self.stems[at], self.stems[at + 1]) if token in self.known]

    def _word(self, at: int) -> Expression:
        token = self.stems[at]
        found: list[Expression] = [Words((token,))] if token in self.known else []
        if at == len(self.stems) - 1 and (self.typing or not found):
            found += self._beginning(at)
        if found:  # texts that write a known compound in two words were stored under the compound, too
            return expressions.any_of(found)
        if token in synonyms.apart():
            return Words((token,))
        return self._unknown(at, self.known.parts_of(token))

    def _beginning(self, at: int) -> list[Expression]:
        """Words that begin like the last one, as far as it was typed, with umlauts in either spelling."""
        typed = dict.fromkeys((bare(self.written[at]), core_text.fold(self.written[at])))
        return [Words((start,), open_end=True) for start in typed if len(start) > 1 and self.known.starts(start)]

    def _unknown(self, at: int, parts: list[str]) -> Expression:
        """A word that nobody wrote: its parts, or words around it, or the word that was meant."""
        token = self.stems[at]
        if parts and all(part in self.known for part in parts):
            return AllOf(tuple(Words((part,)) for part in parts))
        if len(token) >= PIECE and (around := self.known.holding(token)):
            return expressions.any_of([Words((other,)) for other in around])
        if meant := spelling.nearest(token, self.known.counts()):
            self.mended = True
            self.stems[at], self.written[at] = meant, self.known.as_written(meant)
            return Words((meant,))
        return Words((token,))
