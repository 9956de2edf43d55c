# The bare join of the two files by address, number, and name with company: what nobody would pay a vendor on.
import sys

import pandas as pd

leads = pd.read_csv(sys.argv[1] + "/drop.csv", dtype=str)
people = pd.read_csv(sys.argv[1] + "/crm.csv", dtype=str)
found = set()
for keys in (["email"], ["phone"], ["contact_name", "company"]):
    found.update(leads.dropna(subset=keys).merge(people.dropna(subset=keys), on=keys)["id_x"])
print(len(found))
