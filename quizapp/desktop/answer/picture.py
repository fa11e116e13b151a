"""A place on a photo or scan: clicked, or chosen by its numbered marker."""

from __future__ import annotations

from quizapp.anatomy.photo import share_of
from quizapp.desktop.answer.locate import LocateAnswer
from quizapp.quiz.attempt import Response


class PictureAnswer(LocateAnswer):
    """As a place on the diagram, told as a share of the picture's width and height."""

    hint = "study.click_picture"

    def is_place(self, x: float, y: float) -> bool:
        """Take any point of the picture."""
        left, top, right, bottom = self.asked.diagram.box
        return left <= x <= right and top <= y <= bottom

    def response(self) -> Response | None:
        """Return the point as fractions, or the marker that was chosen."""
        given = super().response()
        if given is None or given.point is None:
            return given
        return Response(point=share_of(self.asked.diagram, given.point))
