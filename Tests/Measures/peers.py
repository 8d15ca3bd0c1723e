"""The list of people of an office as JSON, as one writes it with Starlette and with FastAPI, on asyncpg: what the relays'
door is measured against. No pass is asked, nothing is logged and no row security holds.

Run by uvicorn, one worker: the addresses are /starlette and /fastapi; PROGRAMME, OFFICE and LIST (a file of SQL) say what."""
import contextlib
import datetime
import os
import uuid

import asyncpg
import fastapi
import pydantic
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route

PROGRAMME = uuid.UUID(os.environ["PROGRAMME"])
OFFICE = uuid.UUID(os.environ["OFFICE"])
with open(os.environ["LIST"], encoding="utf-8") as file:
    LIST = file.read()
SHOWN = ("participant_id", "family_name", "given_name", "email", "phone", "provider", "category", "commune", "status", "applied_on")
pool: asyncpg.Pool | None = None


async def rows():
    async with pool.acquire() as connection:
        return await connection.fetch(LIST, PROGRAMME, "cohorte-imaginaire", "", uuid.UUID(int=0), 50, OFFICE)


def plain(value):
    return str(value) if isinstance(value, (uuid.UUID, datetime.date)) else value


async def starlette_people(request):
    return JSONResponse({"items": [{name: plain(row[name]) for name in SHOWN} for row in await rows()], "next": None})


class Person(pydantic.BaseModel):
    participant_id: uuid.UUID
    family_name: str
    given_name: str
    email: str | None
    phone: str | None
    provider: str
    category: str
    commune: str
    status: str
    applied_on: datetime.date


class People(pydantic.BaseModel):
    items: list[Person]
    next: str | None


api = fastapi.FastAPI()


@api.get("/", response_model=People)
async def fastapi_people():
    return People(items=[Person(**{name: row[name] for name in SHOWN}) for row in await rows()], next=None)


@contextlib.asynccontextmanager
async def lifespan(app):
    global pool
    pool = await asyncpg.create_pool(min_size=4, max_size=4)
    yield
    await pool.close()


app = Starlette(routes=[Route("/starlette", starlette_people), Mount("/fastapi", api)], lifespan=lifespan)
