"""How a clause is coded: from sentences to a record that a lawyer would sign.

`sentences` says what each sentence does, `clauses` which articles answer a topic's question and how, `exceptions`
what is written against the obligation, `reach` what reaches it from elsewhere, `phrases` how a table prints it.
"""
