"""What the readers of each format demand, written down from their documentation.

SARIF: OASIS SARIF 2.1.0, sections 3.13 to 3.30, for the objects that are used. GitLab: "Code Quality report format".
rdjson: "Reviewdog Diagnostic Format". JUnit: the elements and attributes Jenkins and GitLab read.
"""

from __future__ import annotations

from typing import Any


def closed(required: str, **properties: Any) -> dict[str, Any]:
    """An object with these properties and no others; those named in `required` must be there."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required.split(),
        "properties": properties,
    }


TEXT = {"type": "string", "minLength": 1}
FROM_ONE = {"type": "integer", "minimum": 1}
MESSAGE = closed("text", text=TEXT)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
BAG = {"type": "object"}
ARTIFACT = closed("uri", uri={"type": "string", "format": "uri-reference", "pattern": r"^[^\s\\]+$"})
REGION = closed(
    "startLine",
    startLine=FROM_ONE,
    startColumn=FROM_ONE,
    endLine=FROM_ONE,
    endColumn=FROM_ONE,
    snippet=MESSAGE,
)
LOCATION = closed(
    "physicalLocation",
    physicalLocation=closed("artifactLocation region", artifactLocation=ARTIFACT, region=REGION),
    logicalLocations={"type": "array", "items": closed("fullyQualifiedName", fullyQualifiedName=TEXT)},
)
RULE = closed(
    "id shortDescription fullDescription help",
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=closed("text", text=TEXT, markdown=TEXT),
    helpUri=TEXT,
    defaultConfiguration=closed("level", level=LEVEL),
    properties=BAG,
)
RESULT = closed(
    "ruleId message locations partialFingerprints",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    kind={"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
    level=LEVEL,
    message=MESSAGE,
    locations={"type": "array", "minItems": 1, "items": LOCATION},
    relatedLocations={"type": "array"},
    partialFingerprints={"type": "object", "required": ["primaryLocationLineHash"], "additionalProperties": TEXT},
    suppressions={"type": "array"},
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    properties=BAG,
)
# Section 3.27.9: what doesn't fail has no level.
RESULT["if"] = {"properties": {"kind": {"not": {"const": "fail"}}}, "required": ["kind"]}
RESULT["then"] = {"properties": {"level": {"const": "none"}}}
DRIVER = closed(
    "name rules",
    name=TEXT,
    version=TEXT,
    semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
    informationUri=TEXT,
    rules={"type": "array", "items": RULE},
)
SARIF = closed(
    "$schema version runs",
    **{"$schema": {"type": "string", "pattern": "^https://.*sarif.*2\\.1\\.0.*json$"}},
    version={"const": "2.1.0"},
    runs={
        "type": "array",
        "minItems": 1,
        "maxItems": 20,
        "items": closed(
            "tool results",
            tool=closed("driver", driver=DRIVER),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            automationDetails=BAG,
            invocations={"type": "array"},
            artifacts={
                "type": "array",
                "items": closed(
                    "location",
                    location=ARTIFACT,
                    hashes={"type": "object", "additionalProperties": {"pattern": "^[0-9a-f]{64}$"}},
                    parentIndex={"type": "integer", "minimum": -1},
                ),
            },
            results={"type": "array", "maxItems": 25_000, "items": RESULT},
            properties=BAG,
        ),
    },
)

GITLAB: dict[str, Any] = {
    "type": "array",
    "items": closed(
        "description check_name fingerprint severity location",
        description=TEXT,
        check_name=TEXT,
        fingerprint=TEXT,
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=closed(
            "path lines",
            path={"type": "string", "pattern": r"^(?!\./)(?!/)."},
            lines=closed("begin", begin=FROM_ONE, end=FROM_ONE),
        ),
    ),
}

_POSITION = closed("line", line=FROM_ONE, column=FROM_ONE)
_SEVERITY = {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]}
RDJSON = closed(
    "diagnostics",
    source=closed("name", name=TEXT, url=TEXT),
    severity=_SEVERITY,
    diagnostics={
        "type": "array",
        "items": closed(
            "message location",
            message=TEXT,
            location=closed("path", path=TEXT, range=closed("start", start=_POSITION, end=_POSITION)),
            severity=_SEVERITY,
            source=BAG,
            code=closed("value", value=TEXT, url=TEXT),
            suggestions={"type": "array"},
            original_output={"type": "string"},
        ),
    },
)

JUNIT = """<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="outcome"><xs:simpleContent><xs:extension base="xs:string">
    <xs:attribute name="message" type="xs:string"/><xs:attribute name="type" type="xs:string"/>
  </xs:extension></xs:simpleContent></xs:complexType>
  <xs:element name="testsuites"><xs:complexType>
    <xs:sequence><xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="name" type="xs:string"/>
    <xs:attribute name="tests" type="xs:nonNegativeInteger"/>
    <xs:attribute name="failures" type="xs:nonNegativeInteger"/>
    <xs:attribute name="errors" type="xs:nonNegativeInteger"/>
    <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
  </xs:complexType></xs:element>
  <xs:element name="testsuite"><xs:complexType>
    <xs:sequence><xs:element ref="testcase" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="tests" type="xs:positiveInteger" use="required"/>
    <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
    <xs:attribute name="timestamp" type="xs:dateTime"/>
  </xs:complexType></xs:element>
  <xs:element name="testcase"><xs:complexType>
    <xs:choice minOccurs="0">
      <xs:element name="failure" type="outcome"/>
      <xs:element name="error" type="outcome"/>
      <xs:element name="skipped" type="outcome"/>
    </xs:choice>
    <xs:attribute name="classname" type="xs:string" use="required"/>
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="time" type="xs:decimal"/>
  </xs:complexType></xs:element>
</xs:schema>
"""
