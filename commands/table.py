"""The commands that are imported when they are called: a line a command, with what the help says of it."""

from __future__ import annotations

from .lazy import Later

COMMANDS = {
    "approve": Later(
        "Put an approval of a contract on record, with the terms approved; `presign route` counts it while they stand.",
    ),
    "compare": Later(
        "Compare a contract with its template, clause by clause, and say which verdicts the deviations turn.",
    ),
    "completion": Later(
        'Print the completion script of a shell: eval "$(presign completion bash)", or write it where the shell looks.',
    ),
    "customer": Later(
        "Show a customer's file, by registration number or exact name: grade, limit, days, exposure, payments.",
    ),
    "explain": Later(
        "Print a rule as a page (what it asks, why, basis, clauses), or the message of a diagnostic code.",
    ),
    "init": Later(
        "Write the company's credit policy with the shipped defaults: credit days, prepayment, "
        "thresholds, authority matrix, dunning ladders, rates.",
    ),
    "ledger": Later(
        "Keep customers, invoices, payments, orders and approvals, and judge deals by them.",
    ),
    "man": Later(
        "Print the manual page: presign man | man -l -",
    ),
    "plan": Later(
        "Lay the collection of a contract on the calendar (exit code 1: the plan has gaps).",
    ),
    "policy": Later(
        "Check and test policy files.",
        "policy_analyse",
        "policy_diff",
        "policy_doc",
        "policy_fmt",
        "policy_lint",
        "policy_mutate",
        "policy_new",
    ),
    "recheck": Later(
        "Judge the facts of a data set by a policy, without reading the contracts again.",
    ),
    "record": Later(
        "Prove, list and judge again what was decided with `presign check --record`.",
    ),
    "route": Later(
        "Say who has to approve, why, in which order, and what is missing (exit code 1: something is).",
    ),
    "waive": Later(
        "Accept one finding of a check until a day: its rule and fingerprint stand in the report.",
    ),
    "whatif": Later(
        "Show verdicts, peak exposure, cost and expected loss before and after a change of terms.",
    ),
    "worklist": Later(
        "List what is to be done on a day over contracts and, with a ledger, its open invoices.",
    ),
    "check": Later(
        "Check contracts: files, folders or globs (DOCX, PDF, text, HTML, archives and mails with them).",
        home="..cli",
    ),
    "facts": Later(
        "Print what was read from contracts: each fact, its state, value, quote and place.",
        home="..cli",
    ),
    "text": Later(
        "Print documents as the checker sees them, one block a line with its place.",
        home="..cli",
    ),
    "rules": Later(
        "List the rules of the packs.",
        home="..cli",
    ),
}
