"""Which class tells of a competition, by its metric."""
from pictures import PictureTask
from spelling import SpellingTask
from tasks import RankingTask, Task

KINDS = {"map-at-k": RankingTask, "pixel-rmse": PictureTask, "dice": PictureTask, "sequence-error-rate": SpellingTask}


def task_of(config, prepared):
    """The task of a prepared competition."""
    return KINDS.get(config["metric"], Task)(config, prepared)
