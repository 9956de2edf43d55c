# The same task with pandas.
import json
import sys

import pandas as pd

calls = pd.read_csv(sys.argv[1], dtype=str, usecols=["started_at", "agent", "phone", "disposition"])
groups = calls.groupby(["agent", "disposition"]).size()
day = pd.to_datetime(calls["started_at"], format="%Y-%m-%dT%H:%M:%SZ", utc=True).dt.tz_convert("America/New_York").dt.date
repeated = int(pd.DataFrame({"phone": calls["phone"], "day": day}).duplicated().sum())
print(json.dumps({"rows": len(calls), "groups": len(groups), "repeated": repeated}))
