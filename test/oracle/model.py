"""An independent model of a bill, in exact decimals: one bill a line on stdin, its price lines a line on stdout."""
import calendar
import heapq
import json
import re
import sys
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal, getcontext

getcontext().prec = 60
ROUNDINGS = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "down": ROUND_DOWN, "up": ROUND_UP}
DIGITS = {"USD": 2, "JPY": 0, "BHD": 3}
AS_OF = date(2026, 6, 30)


def natural(text):
    return [(0, int(p)) if p.isdigit() else (1, p) for p in re.split(r"(\d+)", text) if p]


def span(per, day):
    if per == "contract":
        return "contract"
    if per == "month":
        return f"{day.year}-{day.month:02}"
    return f"{day.year}-Q{(day.month + 2) // 3}"


def months(label):
    """First day and last day of a month or a quarter."""
    year = int(label[:4])
    first, last = (int(label[5:]),) * 2 if "Q" not in label else (3 * int(label[6]) - 2, 3 * int(label[6]))
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def share(text):
    return Decimal(text.rstrip("%")) / 100


class Model:
    def __init__(self, bill):
        self.bill, self.fees = bill, bill["fees"]
        self.unit = Decimal(1).scaleb(-DIGITS[bill["currency"]])
        self.mode = ROUNDINGS[self.fees["rounding"]]
        self.first, self.last = months(bill["period"])
        self.starts = date.fromisoformat(bill["starts"])
        self.ends = date.fromisoformat(bill["ends"]) if bill["ends"] else None

    def round(self, amount):
        return amount.quantize(self.unit, rounding=self.mode)

    def placed(self):
        """Every unit with the day it counts on, whether it is over the cap, and its place among the tiers."""
        fees, rates = self.fees, self.fees["rates"]
        cap, swap = fees.get("cap"), fees.get("replacement")
        taken, out, queue = {}, [], []
        order = sorted(self.bill["units"], key=lambda u: (u["at"], u["booked"], natural(u["id"])))
        for i, u in enumerate(order):
            heapq.heappush(queue, (date.fromisoformat(u["at"][:10]), 1, i, u))
        carried = 0
        while queue:
            day, _, _, u = heapq.heappop(queue)
            swaps = bool(swap and u["replaces"])
            is_class = u["channel"] in (rates.get("classes") or {})
            seen, over, place = False, False, None
            for step in fees["order"]:
                free = seen and step not in swap["consumes"] if swap else False
                if step == "replacement":
                    seen = swaps
                elif step == "cap" and cap and not free:
                    key = ("cap", span(cap["per"], day))
                    if taken.get(key, 0) < cap["max"]:
                        taken[key] = taken.get(key, 0) + 1
                    else:
                        over = True
                elif step == "tier" and not over and not free and not is_class:
                    key = ("tier", span(rates["per"], day))
                    taken[key] = place = taken.get(key, 0) + 1
            out.append((u, day, swaps, over, place))
            if over and cap["over"] == "next_period" and cap["per"] != "contract":
                later = months(span(cap["per"], day))[1] + timedelta(days=1)
                if later <= AS_OF:
                    carried += 1
                    heapq.heappush(queue, (later, 0, carried, u))
        return out, taken

    def price(self, u, day, place, taken):
        rates = self.fees["rates"]
        classes = rates.get("classes") or {}
        if u["channel"] in classes:
            return Decimal(classes[u["channel"]])
        reached = taken.get(("tier", span(rates["per"], day)), 0) if rates["mode"] == "volume" else place or 1
        return Decimal(next(t["price"] for t in rates["tiers"] if "up_to" not in t or reached <= t["up_to"]))

    def parts(self, per):
        """Spans that end, within the term, in the period: label, days, days in the term, and those of months of thirty days."""
        labels = {span(per, date(self.first.year, m, 1)) for m in range(self.first.month, self.last.month + 1)}
        for label in sorted(labels):
            first, last = months(label)
            begin, end = max(first, self.starts), min(last, self.ends or last)
            inside = (end - begin).days + 1
            if inside > 0 and self.first <= end <= self.last:
                days = [begin + timedelta(n) for n in range(inside)]
                thirty = sum(min(30, sum(d.month == m for d in days)) for m in {d.month for d in days})
                yield label, (last - first).days + 1, inside, thirty

    def lines(self):
        fees = self.fees
        placed, taken = self.placed()
        leads = []
        for u, day, swaps, over, place in placed:
            paid = share(self.bill["late_pays"]) if u["late"] else Decimal(1)
            price = Decimal(fees["replacement"]["price"]) if swaps else self.price(u, day, place, taken)
            kind = "over_cap" if over else "replacement" if swaps else "lead"
            leads.append((u["id"], kind, day, Decimal(0) if over else self.round(price * paid)))
        out = [(i, kind, amount) for i, kind, day, amount in leads if self.first <= day <= self.last]
        retainer, setup, minimum, tax = (fees.get(k) for k in ("retainer", "setup", "minimum", "tax"))
        if retainer:
            whole = Decimal(retainer["amount"])
            for _, days, inside, thirty in self.parts(retainer["per"]):
                whole_of = 90 if retainer["per"] == "quarter" else 30
                part, of = (thirty, whole_of) if retainer["prorate"] == "thirty_days" else (inside, days)
                is_whole = retainer["prorate"] == "none" or inside == days
                out.append(("", "retainer", whole if is_whole else self.round(whole * part / of)))
        if setup and self.first <= self.starts <= self.last:
            out.append(("", "setup", Decimal(setup["amount"])))
        if minimum:
            for label, days, inside, _ in self.parts(minimum["per"]):
                own = [x for x in leads if x[1] == "lead" and span(minimum["per"], x[2]) == label]
                if "units" in minimum:
                    missing = minimum["units"] * inside // days - len(own)
                    short = self.round(Decimal(fees["rates"]["tiers"][0]["price"]) * missing)
                    if short > 0:
                        out.append(("", "shortfall", short))
                else:
                    short = self.round(Decimal(minimum["amount"]) * inside / days) - sum(x[3] for x in own)
                    if short > 0:
                        out.append(("", "shortfall", short))
        if tax:
            rate, net = share(tax["rate"]), [amount for _, _, amount in out]
            due = sum(self.round(a * rate) for a in net) if tax["basis"] == "line" else self.round(sum(net) * rate)
            if due:
                out.append(("", "tax", due))
        return out

    def text(self):
        lines = [(i, kind, amount.quantize(self.unit)) for i, kind, amount in self.lines()]
        total = sum((amount for _, _, amount in lines), Decimal(0)).quantize(self.unit)
        return "; ".join([*sorted(f"{i} {kind} {amount}" for i, kind, amount in lines), f"payable {total}"])


for line in sys.stdin:
    print(Model(json.loads(line)).text())
