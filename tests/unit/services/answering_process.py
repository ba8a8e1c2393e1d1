"""Answers one attempt after another and prints each client id once it was acknowledged:
`python -m tests.unit.services.answering_process DATABASE_URL USER_ID SET_ID`."""

import sys
from uuid import uuid4

from quizapp.services.access import Actor
from quizapp.store import Database
from tests import factories
from tests.unit.services.scene import Scene

url, user_id, set_id = sys.argv[1:]
scene, learner = Scene(Database(url)), Actor(user_id=int(user_id), guest=True)
while True:
    attempt = scene.start(set_id, learner)
    for question in factories.questions():
        client_id = str(uuid4())
        scene.answer(attempt.id, question, learner, client_id=client_id)
        sys.stdout.write(client_id + "\n")
        sys.stdout.flush()
    scene.finish(attempt.id, learner)
