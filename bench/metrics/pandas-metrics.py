# The metrics of calls, as a whole, by agent and by week, with pandas: no anomaly test, no check of a cell.
import json
import sys

import pandas as pd

calls = pd.read_csv(sys.argv[1], usecols=["started_at", "agent", "phone", "disposition", "talk", "hold", "wrap"], dtype={"phone": str})
at = pd.to_datetime(calls["started_at"], format="%Y-%m-%dT%H:%M:%SZ", utc=True).dt.tz_convert("America/New_York")
calls["day"] = at.dt.date
calls = calls[(at >= "2026-06-01") & (at < "2026-07-01")].copy()
iso = at.dt.isocalendar()
calls["week"] = iso["year"].astype(str) + "-W" + iso["week"].astype(str).str.zfill(2)
said = {"Not Interested": "conversation", "Consult Set": "conversation", "Call Back": "human", "Do Not Call": "human"}
calls["said"] = calls["disposition"].map(said)
calls["isHuman"] = calls["said"].notna()
calls["isConversation"] = calls["said"] == "conversation"
calls["handled"] = calls["talk"] + calls["hold"] + calls["wrap"]
calls["handledHuman"] = calls["handled"].where(calls["isHuman"])


def figures(of):
    return of.agg(
        dials=("agent", "size"),
        humans=("isHuman", "sum"),
        conversations=("isConversation", "sum"),
        talk=("talk", "sum"),
        handle=("handledHuman", "mean"),
        contacts=("phone", "nunique"),
    )


whole = figures(calls.groupby(lambda _: 0)).iloc[0]
figures(calls.groupby("agent"))
figures(calls.groupby("week"))
print(json.dumps({key: int(whole[key]) for key in ["dials", "humans", "conversations", "talk", "contacts"]}))
