"""What systems on a board of one- and two-figure codes share: text to figures and back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from cablesim.codes.substitution.boards import FIGURES, Board
from cablesim.systems.system import Letters, Row, Way
from cablesim.text.reading import Signs


class Boarded(Letters):
    """What all boards share: text to figures and back by one board."""

    __slots__ = ()

    @abstractmethod
    def board(self) -> Board:
        """Return the board; raises `ParameterRefused` where it is none."""

    @property
    def plain(self) -> Signs:
        """The signs of the board, and figures where they can be sent."""
        board = self.board()
        more = "".join(each for each in FIGURES if each not in board.signs) if board.figures else ""
        return Signs(board.signs + more, name="board")

    @property
    def cipher(self) -> Signs:
        """Figures."""
        return Signs(FIGURES, name="figures")

    def conventions(self) -> Iterator[str]:
        """Yield the board and how figures are sent."""
        board = self.board()
        yield f"board: {board.described()}"
        if board.figures:
            yield f"figures: each written {board.repeat} times between two {board.shift}"
        else:
            yield "figures: not sent"

    def encipher(self, text: str) -> str:
        """Return the figures of the text."""
        return self.board().figures_of(text)

    def decipher(self, text: str) -> str:
        """Return the text of the figures."""
        return self.board().text_of(text)

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name sign and code."""
        return ("plain", "code") if way is Way.ENCIPHER else ("code", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every sign, and one for every run of figures."""
        board = self.board()
        if way is Way.DECIPHER:
            for code, meaning in board.tokens(text):
                yield Row((code, meaning), meaning)
            return
        for piece in self._pieces(text, board):
            code = self._code(piece, board)
            yield Row((piece, code), code, "figures" if len(piece) > 1 else "")

    @staticmethod
    def _pieces(text: str, board: Board) -> Iterator[str]:
        """Yield signs one by one and figures run by run, as a clerk takes them."""
        run = ""
        for sign in text:
            if board.figures and sign in FIGURES:
                run += sign
                continue
            if run:
                yield run
                run = ""
            yield sign
        if run:
            yield run

    @staticmethod
    def _code(piece: str, board: Board) -> str:
        """Return the code of a sign or of a run of figures, looked up on the board."""
        codes = dict(board.cells)
        if piece in codes and not (board.figures and piece in FIGURES):
            return codes[piece]
        between = codes[board.shift]
        return between + "".join(each * board.repeat for each in piece) + between
