"""The brief and the check for other programs: an MCP server for assistants, an HTTP server for the rest.

service      what both do: one open model, limits, briefs by id
├── shelf    the briefs that were made here and those of a folder
├── records  what is answered besides briefs
├── mcp_server  tools and resources of the Model Context Protocol, over standard input and output
│   └── stdin   standard input with a limit for each message
└── http_app    POST /brief, /check, /mark, /verify; pages of briefs; OpenAPI

Nothing outside this room imports mcp, fastapi, starlette or uvicorn.
"""
