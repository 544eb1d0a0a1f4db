// Written by `npm run reference` from src/services: change it there.
import type { Manifest } from '../protocol/manifest.ts';

export const manifest: Manifest = [
  {
    "class": "api",
    "method": "init",
    "file": "services/api.ts",
    "mode": "transaction",
    "doc": "Begins: registers the client on first contact and issues an access token.\n\nWithout `api_c` the app is registered as a new client, with an id, a secret and a guest token of its own, also if\nanother installation has given the same five names. With `api_c` it stays that client: with a live `api_s` it gets\nthat token back, the logged-in member included, with a dead one a fresh guest token. The call need not be signed;\nwith `api_c` the secret is told only if it is. Two more ways lead back to the session of a login, since vBulletin's\nmanual begins again after one: `api_s` with the `sessionhash` that the login has answered with, and, for ten\nminutes, `api_c` alone, if the call is signed (with nothing for the token).",
    "parameters": [
      {
        "name": "clientname",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "the app's name"
      },
      {
        "name": "clientversion",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "its version"
      },
      {
        "name": "platformname",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "such as `Android`"
      },
      {
        "name": "platformversion",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "its version"
      },
      {
        "name": "uniqueid",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "what tells this installation from others"
      }
    ],
    "required": 0,
    "returns": "InitResult",
    "throws": [
      {
        "id": "invalid_clientid",
        "when": "when `api_c` is not known or has been revoked"
      }
    ],
    "example": "clientname=Example&clientversion=1.0&platformname=Linux&platformversion=6&uniqueid=example-1"
  },
  {
    "class": "api",
    "method": "methods",
    "file": "services/api.ts",
    "mode": "readonly",
    "doc": "Lists every method with its parameters, result and errors.",
    "parameters": [],
    "required": 0,
    "returns": "MethodSummary[]",
    "throws": []
  },
  {
    "class": "content",
    "method": "add",
    "file": "services/content.ts",
    "mode": "transaction",
    "doc": "Posts content of a type: see the `add` of its class, which also says what is refused.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "ContentData",
          "fields": [
            {
              "name": "parentid",
              "type": {
                "kind": "uint"
              },
              "optional": false,
              "doc": "A channel for a topic, a topic for a reply, a reply for a comment."
            },
            {
              "name": "contenttypeid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "See contenttype.fetchContentTypeIdFromClass: text when it is left out."
            },
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode, or HTML: see `options`."
            },
            {
              "name": "setfor",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Of a message on a profile: see content_text.add."
            },
            {
              "name": "polloptions",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "Of a poll, as are the next three: see content_poll.add."
            },
            {
              "name": "multiple",
              "type": {
                "kind": "boolean"
              },
              "optional": true
            },
            {
              "name": "public",
              "type": {
                "kind": "boolean"
              },
              "optional": true
            },
            {
              "name": "timeout",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "url",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Of a link or videos, as are the next two: see content_link.add and content_video.add."
            },
            {
              "name": "url_title",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "meta",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "filedataid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Of a link."
            },
            {
              "name": "videoitems",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "Of videos."
            },
            {
              "name": "filedataids",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "uint"
                }
              },
              "optional": true,
              "doc": "Of a gallery, as is the next one: see content_gallery.add."
            },
            {
              "name": "captions",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true
            },
            {
              "name": "tags",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "Tags for a topic, with commas between or as a list: see tags.addTags."
            },
            {
              "name": "publishdate",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When it is to be published, Unix seconds: until then only its author and moderators see it. A time that has passed means now."
            },
            {
              "name": "publish_now",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Publishes it now, whatever `publishdate` says."
            },
            {
              "name": "featured",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Marks it as featured: see node.setFeatured."
            },
            {
              "name": "viewperms",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Who sees a topic: 0 members of the channel, its author and moderators, 1 members of the board, 2 everybody."
            },
            {
              "name": "urlident",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The part of a topic's address that tells what it is about; from the title when it is left out."
            },
            {
              "name": "prefixid",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "There are no prefixes: a post with one is refused."
            },
            {
              "name": "iconid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "There are no icons: it has no effect."
            },
            {
              "name": "htmltitle",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "It follows from the title: it has no effect."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PostOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML."
            },
            {
              "name": "nl2br",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "In HTML, line ends are line breaks; in BBCode they always are."
            },
            {
              "name": "autoparselinks",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Bare links are always shown as links: it has no effect."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "the new nodeid",
    "throws": [
      {
        "id": "invalid_data",
        "when": "when content of the type is not made here"
      },
      {
        "id": "missing_parameter",
        "when": "when something is left out that the type needs"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such parent for the caller"
      },
      {
        "id": "no_permission",
        "when": "when he may not post content of the type there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest may not"
      },
      {
        "id": "missing_content",
        "when": "when the text is empty"
      },
      {
        "id": "title_required",
        "when": "when a topic has no title"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "too_many_tags",
        "when": "past the options `maxtags` and `maxstartertags`"
      },
      {
        "id": "duplicate_post",
        "when": "when the same was posted in the same place a moment ago"
      },
      {
        "id": "category_takes_no_topics",
        "when": "when the channel is a category"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "postfloodcheck",
        "when": "when the last post was less than `floodchecktime` seconds ago"
      }
    ],
    "example": "data[parentid]=14&data[title]=Hello&data[rawtext]=World"
  },
  {
    "class": "content",
    "method": "update",
    "file": "services/content.ts",
    "mode": "transaction",
    "doc": "Edits a post: see the `update` of the class of its type, which also says what is refused.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "ContentChanges",
          "fields": [
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode, or HTML: see `options`."
            },
            {
              "name": "reason",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Why, for the history."
            },
            {
              "name": "polloptions",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "Of a poll, as are the next five: see content_poll.update."
            },
            {
              "name": "polloptionids",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "uint"
                }
              },
              "optional": true
            },
            {
              "name": "question",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "multiple",
              "type": {
                "kind": "boolean"
              },
              "optional": true
            },
            {
              "name": "public",
              "type": {
                "kind": "boolean"
              },
              "optional": true
            },
            {
              "name": "timeout",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "url",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Of a link or videos, as are the next two."
            },
            {
              "name": "url_title",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "meta",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "filedataid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Of a link."
            },
            {
              "name": "videoitems",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "Of videos."
            },
            {
              "name": "filedataids",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "uint"
                }
              },
              "optional": true,
              "doc": "Of a gallery, as are the next two."
            },
            {
              "name": "captions",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true
            },
            {
              "name": "viewperms",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "publishdate",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When, Unix seconds, for a post that still waits; a time that has passed means now."
            },
            {
              "name": "publish_now",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Publishes it now."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PostOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML."
            },
            {
              "name": "nl2br",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "In HTML, line ends are line breaks; in BBCode they always are."
            },
            {
              "name": "autoparselinks",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Bare links are always shown as links: it has no effect."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not edit it"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_data",
        "when": "when `publishdate` is none, or lies too far ahead"
      },
      {
        "id": "missing_content",
        "when": "when the text is empty"
      },
      {
        "id": "title_required",
        "when": "when a topic would lose its title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      }
    ],
    "example": "nodeid=29&data[rawtext]=Hello again"
  },
  {
    "class": "content",
    "method": "delete",
    "file": "services/content.ts",
    "mode": "transaction",
    "doc": "Deletes a post for good, with all below it: see content_text.delete.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not remove posts there"
      }
    ],
    "example": "nodeid=28",
    "caller": "mod"
  },
  {
    "class": "content",
    "method": "getQuoteText",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "The text as a quotation, to begin a reply with.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such content for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=29"
  },
  {
    "class": "content",
    "method": "getQuotes",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "Several texts as quotations, to begin a reply with: see getQuoteText.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "at most 20, in the order of the reply"
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode, with an empty line between two quotations",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=29"
  },
  {
    "class": "content",
    "method": "getFullContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, its author, topic and channel, and what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=29"
  },
  {
    "class": "content",
    "method": "getContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content: see getFullContent.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=29"
  },
  {
    "class": "content",
    "method": "getBareContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, and without what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, BareContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=29"
  },
  {
    "class": "content",
    "method": "getConversationParent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "The topic that a post belongs to; of a topic or a channel the channel it is in.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "NodeAnswer | false",
    "returnsDoc": "false when there is no such node for the caller, or nothing above it that he may enter",
    "throws": [],
    "example": "nodeid=28"
  },
  {
    "class": "content",
    "method": "getBbcodeOptions",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made\nlinks, and neither HTML nor smilies.",
    "parameters": [
      {
        "name": "nodeId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "BbcodeOptions",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeId=27"
  },
  {
    "class": "content",
    "method": "isVisitorMessage",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Whether a node is a message on a member's profile, or an answer to one.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "content_attach",
    "method": "upload",
    "file": "services/content/attach.ts",
    "mode": "steps",
    "doc": "Uploads a file, to be attached to a post by `add`.",
    "parameters": [
      {
        "name": "file",
        "type": {
          "kind": "file"
        },
        "optional": false,
        "doc": "a picture (JPEG, PNG, GIF, WebP, AVIF, HEIC), PDF, zip archive, UTF-8 text, a film or sound (MP4, QuickTime, WebM, MP3, M4A, Ogg); its bytes say what it is, and the ending of its name is mended"
      },
      {
        "name": "posthash",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "what the client calls the post that the file is for, at most 32 characters: see fetchByPosthash"
      }
    ],
    "required": 1,
    "returns": "FileInfo",
    "returnsDoc": "the upload, for its owner",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may attach files nowhere"
      },
      {
        "id": "upload_stopped_by_extension",
        "when": "when neither its bytes nor its name are of a type that is taken"
      },
      {
        "id": "upload_file_exceeds_limit",
        "when": "past the option `attachmaxbytes`"
      },
      {
        "id": "upload_quota_exceeded",
        "when": "past the option `attachquota`"
      },
      {
        "id": "upload_exceeds_dimensions",
        "when": "when a picture has too many pixels"
      },
      {
        "id": "invalid_file",
        "when": "when it is empty"
      },
      {
        "id": "invalid_file_data",
        "when": "when it is damaged, or its bytes are of no type that is taken"
      },
      {
        "id": "upload_writefile_failed",
        "when": "when it could not be stored"
      },
      {
        "id": "invalid_parameter",
        "when": "when the posthash is too long"
      }
    ]
  },
  {
    "class": "content_attach",
    "method": "fetchByPosthash",
    "file": "services/content/attach.ts",
    "mode": "readonly",
    "doc": "Lists the caller's uploads for a post that is yet to be written, by the name that he gave it. Ours.",
    "parameters": [
      {
        "name": "posthash",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "as in `upload`"
      }
    ],
    "required": 1,
    "returns": "FileInfo[]",
    "returnsDoc": "the uploads that no post has yet, the first one first; at most the option `attachlimit`",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ],
    "example": "posthash=0b7e4d1c95f2486aa3c8e6d70912f5b4"
  },
  {
    "class": "content_attach",
    "method": "uploadPhoto",
    "file": "services/content/attach.ts",
    "mode": "steps",
    "doc": "Uploads a picture, to be attached to a post.",
    "parameters": [
      {
        "name": "file",
        "type": {
          "kind": "file"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "FileInfo",
    "returnsDoc": "the upload, for its owner",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may attach files nowhere"
      },
      {
        "id": "upload_stopped_by_extension",
        "when": "when neither its bytes nor its name are of a type that is taken"
      },
      {
        "id": "upload_file_exceeds_limit",
        "when": "past the option `attachmaxbytes`"
      },
      {
        "id": "upload_quota_exceeded",
        "when": "past the option `attachquota`"
      },
      {
        "id": "upload_exceeds_dimensions",
        "when": "when it has too many pixels"
      },
      {
        "id": "invalid_file",
        "when": "when it is empty, or no picture"
      },
      {
        "id": "invalid_file_data",
        "when": "when it is damaged, or its bytes are of no type that is taken"
      },
      {
        "id": "upload_writefile_failed",
        "when": "when it could not be stored"
      }
    ]
  },
  {
    "class": "content_attach",
    "method": "uploadProfilePicture",
    "file": "services/content/attach.ts",
    "mode": "steps",
    "doc": "Uploads a picture of which `profile.cropFileData` then makes the avatar. Its size in pixels does not matter.",
    "parameters": [
      {
        "name": "file",
        "type": {
          "kind": "file"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "FileInfo",
    "returnsDoc": "the upload, for its owner",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "upload_stopped_by_extension",
        "when": "when neither its bytes nor its name are of a type that is taken"
      },
      {
        "id": "upload_file_exceeds_limit",
        "when": "past the option `avatarmaxbytes`"
      },
      {
        "id": "upload_quota_exceeded",
        "when": "past the option `attachquota`"
      },
      {
        "id": "upload_exceeds_dimensions",
        "when": "when it has too many pixels to be read"
      },
      {
        "id": "invalid_file",
        "when": "when it is empty, or no picture"
      },
      {
        "id": "invalid_file_data",
        "when": "when it is damaged, or its bytes are of no type that is taken"
      },
      {
        "id": "upload_writefile_failed",
        "when": "when it could not be stored"
      }
    ]
  },
  {
    "class": "content_attach",
    "method": "uploadUrl",
    "file": "services/content/attach.ts",
    "mode": "steps",
    "doc": "Uploads a file from a URL: of a server on the public internet, on the usual ports, within ten seconds.",
    "parameters": [
      {
        "name": "url",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "http or https, without a password"
      },
      {
        "name": "attachment",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the upload is kept as one for posts, which an avatar may be made of, too"
      },
      {
        "name": "uploadfrom",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "has no effect: uploads are treated alike wherever they come from"
      }
    ],
    "required": 1,
    "returns": "FileInfo",
    "returnsDoc": "the upload, for its owner",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may attach files nowhere"
      },
      {
        "id": "invalid_parameter",
        "when": "when it is not a web address"
      },
      {
        "id": "upload_file_failed",
        "when": "when it could not be fetched"
      },
      {
        "id": "upload_stopped_by_extension",
        "when": "when neither its bytes nor its name are of a type that is taken"
      },
      {
        "id": "upload_file_exceeds_limit",
        "when": "past the option `attachmaxbytes`"
      },
      {
        "id": "upload_quota_exceeded",
        "when": "past the option `attachquota`"
      },
      {
        "id": "upload_exceeds_dimensions",
        "when": "when a picture has too many pixels"
      },
      {
        "id": "invalid_file",
        "when": "when it is empty"
      },
      {
        "id": "invalid_file_data",
        "when": "when it is damaged, or its bytes are of no type that is taken"
      },
      {
        "id": "upload_writefile_failed",
        "when": "when it could not be stored"
      }
    ],
    "example": "url=https://example.org/picture.png"
  },
  {
    "class": "content_attach",
    "method": "add",
    "file": "services/content/attach.ts",
    "mode": "transaction",
    "doc": "Attaches an upload of the caller's to a post. What is attached to it already keeps its id.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "AttachData",
          "fields": [
            {
              "name": "parentid",
              "type": {
                "kind": "uint"
              },
              "optional": false,
              "doc": "The post."
            },
            {
              "name": "filedataid",
              "type": {
                "kind": "uint"
              },
              "optional": false
            },
            {
              "name": "filename",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Its ending is mended where it is not that of the upload."
            },
            {
              "name": "caption",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "settings",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Whatever the client keeps with it; JSON as a rule."
            },
            {
              "name": "displayorder",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Lower ones come first."
            },
            {
              "name": "style",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "How a photo is shown; free text."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "AttachOptions",
          "fields": [
            {
              "name": "skipNotification",
              "type": {
                "kind": "boolean"
              },
              "optional": true
            }
          ]
        },
        "optional": true,
        "default": "{}",
        "doc": "has no effect: nobody is notified of an attachment"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "the attachment's id",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not edit the post or attach files there"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_filedata_id",
        "when": "when there is no such upload of the caller's"
      },
      {
        "id": "invalid_data",
        "when": "when a text is too long"
      },
      {
        "id": "too_many_attachments",
        "when": "past the option `attachlimit`, in an album `albumlimit`"
      }
    ],
    "example": "data[parentid]=27&data[filedataid]=5"
  },
  {
    "class": "content_attach",
    "method": "update",
    "file": "services/content/attach.ts",
    "mode": "transaction",
    "doc": "Changes an attachment's name, caption, settings or place.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the attachment"
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "AttachmentChanges",
          "fields": [
            {
              "name": "filename",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Its ending is mended where it is not that of the upload."
            },
            {
              "name": "caption",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "settings",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Whatever the client keeps with it; JSON as a rule."
            },
            {
              "name": "displayorder",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Lower ones come first."
            },
            {
              "name": "style",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "How a photo is shown; free text."
            }
          ]
        },
        "optional": false
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_attachment_id",
        "when": "when there is no such attachment for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not edit the post"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_data",
        "when": "when a text is too long"
      }
    ],
    "example": "nodeid=34&data[caption]=Sunset"
  },
  {
    "class": "content_attach",
    "method": "deleteAttachment",
    "file": "services/content/attach.ts",
    "mode": "transaction",
    "doc": "Takes an attachment off its post; an upload that nothing else shows is removed.",
    "parameters": [
      {
        "name": "id",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the attachment"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_attachment_id",
        "when": "when there is no such attachment for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may neither edit the post nor moderate attachments there"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      }
    ],
    "example": "id=34"
  },
  {
    "class": "content_attach",
    "method": "delete",
    "file": "services/content/attach.ts",
    "mode": "transaction",
    "doc": "The same as `deleteAttachment`.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the attachment"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_attachment_id",
        "when": "when there is no such attachment for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may neither edit the post nor moderate attachments there"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      }
    ],
    "example": "nodeid=34"
  },
  {
    "class": "content_attach",
    "method": "fetchImage",
    "file": "services/content/attach.ts",
    "mode": "readonly",
    "doc": "Reads an attachment and where its file, or a picture in another size, can be fetched.",
    "parameters": [
      {
        "name": "id",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the attachment"
      },
      {
        "name": "type",
        "type": {
          "kind": "oneOf",
          "values": [
            "original",
            "full",
            "icon",
            "thumb",
            "small",
            "medium",
            "large"
          ]
        },
        "optional": true,
        "default": "'full'",
        "doc": "of a size that there is not, the next larger one; `original` is the file as it was uploaded, where `full` is a JPEG that was made of a HEIC"
      },
      {
        "name": "includeData",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "0 leaves out `filedata`: fetching `url` is cheaper"
      }
    ],
    "required": 1,
    "returns": "FileInfo",
    "throws": [
      {
        "id": "invalid_attachment_id",
        "when": "when there is no such attachment for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest finds none"
      },
      {
        "id": "invalid_parameter",
        "when": "when the type is not known"
      }
    ],
    "example": "id=34"
  },
  {
    "class": "content_attach",
    "method": "fetchImageByFiledataid",
    "file": "services/content/attach.ts",
    "mode": "readonly",
    "doc": "The same as `filedata.fetchImageByFiledataid`.",
    "parameters": [
      {
        "name": "id",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "type",
        "type": {
          "kind": "oneOf",
          "values": [
            "original",
            "full",
            "icon",
            "thumb",
            "small",
            "medium",
            "large"
          ]
        },
        "optional": true,
        "default": "'full'",
        "doc": "of a size that there is not, the next larger one; `original` is the file as it was uploaded, where `full` is a JPEG that was made of a HEIC"
      },
      {
        "name": "includeData",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "0 leaves out `filedata`: fetching `url` is cheaper"
      },
      {
        "name": "attachmentnodeid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "an attachment of it; 0 for any"
      }
    ],
    "required": 1,
    "returns": "FileInfo",
    "throws": [
      {
        "id": "invalid_filedata_id",
        "when": "when there is no such upload for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest finds none"
      },
      {
        "id": "invalid_parameter",
        "when": "when the type is not known"
      }
    ],
    "example": "id=1"
  },
  {
    "class": "content_attach",
    "method": "fetchAttachByFiledataids",
    "file": "services/content/attach.ts",
    "mode": "readonly",
    "doc": "Reads the attachments that these uploads are, as far as the caller may get them.",
    "parameters": [
      {
        "name": "filedataids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "AttachmentMap",
    "returnsDoc": "the attachments by their ids",
    "throws": [
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "filedataids[]=1"
  },
  {
    "class": "content_attach",
    "method": "getAttachmentPermissions",
    "file": "services/content/attach.ts",
    "mode": "readonly",
    "doc": "What the caller may upload, in a place or anywhere.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "PermissionsQuery",
          "fields": [
            {
              "name": "parentid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "A post or channel; 0 for anywhere."
            },
            {
              "name": "extension",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "A file's extension."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "AttachmentPermissions",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such place for the caller"
      }
    ],
    "example": "data[extension]=png"
  },
  {
    "class": "content_attach",
    "method": "getGenericChannelAttachmentPermissions",
    "file": "services/content/attach.ts",
    "mode": "readonly",
    "doc": "What the caller may upload in a channel.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "AttachmentPermissions",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel for the caller"
      }
    ],
    "example": "nodeid=1"
  },
  {
    "class": "content_attach",
    "method": "getImageExtensions",
    "file": "services/content/attach.ts",
    "mode": "readonly",
    "doc": "The extensions of pictures.",
    "parameters": [],
    "required": 0,
    "returns": "ImageExtensions",
    "throws": []
  },
  {
    "class": "content_attach",
    "method": "isImage",
    "file": "services/content/attach.ts",
    "mode": "readonly",
    "doc": "Whether an extension is that of a picture.",
    "parameters": [
      {
        "name": "extension",
        "type": {
          "kind": "string"
        },
        "optional": false
      },
      {
        "name": "type",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "'full'",
        "doc": "has no effect: pictures are pictures in all sizes"
      }
    ],
    "required": 1,
    "returns": "ImageAnswer",
    "throws": [],
    "example": "extension=png"
  },
  {
    "class": "content_channel",
    "method": "add",
    "file": "services/content/channel.ts",
    "mode": "transaction",
    "doc": "Creates a channel. It takes its permissions from the channel above it.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "ChannelData",
          "fields": [
            {
              "name": "parentid",
              "type": {
                "kind": "uint"
              },
              "optional": false
            },
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": false
            },
            {
              "name": "description",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "displayorder",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "category",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "1 for a channel that only holds channels."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "{}",
        "doc": "has no effect: a new channel is not announced, and nothing is checked that could be skipped"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "the new nodeid",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "for all but administrators"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such parent, or it is no channel"
      },
      {
        "id": "title_required",
        "when": "without a title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "invalid_data",
        "when": "when the description is too long"
      }
    ],
    "example": "data[parentid]=2&data[title]=Music",
    "caller": "admin"
  },
  {
    "class": "content_channel",
    "method": "update",
    "file": "services/content/channel.ts",
    "mode": "transaction",
    "doc": "Changes a channel.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "ChannelChanges",
          "fields": [
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "description",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "displayorder",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "category",
              "type": {
                "kind": "boolean"
              },
              "optional": true
            }
          ]
        },
        "optional": false
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "for all but administrators"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel"
      },
      {
        "id": "title_required",
        "when": "when it would lose its title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "invalid_data",
        "when": "when the description is too long"
      }
    ],
    "example": "nodeid=14&data[description]=Anything goes",
    "caller": "admin"
  },
  {
    "class": "content_channel",
    "method": "fetchChannelById",
    "file": "services/content/channel.ts",
    "mode": "readonly",
    "doc": "Reads a channel.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "NodeAnswer",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel for the caller"
      }
    ],
    "example": "nodeid=2"
  },
  {
    "class": "content_channel",
    "method": "fetchChannelIdByGUID",
    "file": "services/content/channel.ts",
    "mode": "readonly",
    "doc": "Finds a system channel by its fixed name.",
    "parameters": [
      {
        "name": "guid",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "such as `vbulletin-4ecbdf567f3341.44450667`, the main forum"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "its nodeid",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel for the caller"
      }
    ],
    "example": "guid=vbulletin-4ecbdf567f3341.44450667"
  },
  {
    "class": "content_channel",
    "method": "fetchTopLevelChannelIds",
    "file": "services/content/channel.ts",
    "mode": "readonly",
    "doc": "The channels directly below the root of everything that the caller may enter.",
    "parameters": [],
    "required": 0,
    "returns": "number[]",
    "throws": []
  },
  {
    "class": "content_channel",
    "method": "fetchChannelByGUID",
    "file": "services/content/channel.ts",
    "mode": "readonly",
    "doc": "Finds a system channel by its fixed name: see fetchChannelIdByGUID.",
    "parameters": [
      {
        "name": "guid",
        "type": {
          "kind": "string"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "NodeAnswer",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel for the caller"
      }
    ],
    "example": "guid=vbulletin-4ecbdf567f3341.44450667"
  },
  {
    "class": "content_channel",
    "method": "getTopLevelChannel",
    "file": "services/content/channel.ts",
    "mode": "readonly",
    "doc": "The channel, directly below the root of everything, that nodes are in.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "number | false",
    "returnsDoc": "its nodeid; false when they are in several, when one is above all, or when there is none",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of the nodes is not there for the caller"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids=27"
  },
  {
    "class": "content_channel",
    "method": "canAddChannel",
    "file": "services/content/channel.ts",
    "mode": "readonly",
    "doc": "Whether the caller may add a channel below a channel.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "ChannelRight",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel for the caller"
      }
    ],
    "example": "nodeid=2"
  },
  {
    "class": "content_channel",
    "method": "getCanModerate",
    "file": "services/content/channel.ts",
    "mode": "readonly",
    "doc": "Whether the caller moderates posts where the node is.",
    "parameters": [
      {
        "name": "node",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "its nodeid"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "1 or 0",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "node=2"
  },
  {
    "class": "content_channel",
    "method": "getContributors",
    "file": "services/content/channel.ts",
    "mode": "readonly",
    "doc": "Who owns and moderates a channel: members who have such a usergroup in that channel alone, at most 100.",
    "parameters": [
      {
        "name": "nodeId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "Contributor[]",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel for the caller"
      }
    ],
    "example": "nodeId=14"
  },
  {
    "class": "content_channel",
    "method": "getAutocomplete",
    "file": "services/content/channel.ts",
    "mode": "readonly",
    "doc": "Suggests channels whose name holds a text. Case does not count.",
    "parameters": [
      {
        "name": "searchStr",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "without any text there is no suggestion"
      },
      {
        "name": "limitstart",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "how many are skipped"
      },
      {
        "name": "limitnumber",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "15",
        "doc": "at most the option `maxperpage`"
      }
    ],
    "required": 1,
    "returns": "ChannelSuggestions",
    "throws": [],
    "example": "searchStr=main"
  },
  {
    "class": "content_channel",
    "method": "delete",
    "file": "services/content/channel.ts",
    "mode": "transaction",
    "doc": "Deletes a channel for good, with all below it.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel for the caller"
      },
      {
        "id": "no_permission",
        "when": "for all but administrators, and when a system channel would go"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ],
    "example": "nodeid=26",
    "caller": "admin"
  },
  {
    "class": "content_channel",
    "method": "canViewReportsAndInfractions",
    "file": "services/content/channel.ts",
    "mode": "readonly",
    "doc": "Whether the caller may see reports and infractions in some channel.",
    "parameters": [],
    "required": 0,
    "returns": "StaffViews",
    "throws": []
  },
  {
    "class": "content_channel",
    "method": "getFullContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, its author, topic and channel, and what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=14"
  },
  {
    "class": "content_channel",
    "method": "getContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content: see getFullContent.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=14"
  },
  {
    "class": "content_channel",
    "method": "getBareContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, and without what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, BareContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=14"
  },
  {
    "class": "content_channel",
    "method": "getConversationParent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "The topic that a post belongs to; of a topic or a channel the channel it is in.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "NodeAnswer | false",
    "returnsDoc": "false when there is no such node for the caller, or nothing above it that he may enter",
    "throws": [],
    "example": "nodeid=28"
  },
  {
    "class": "content_channel",
    "method": "getBbcodeOptions",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made\nlinks, and neither HTML nor smilies.",
    "parameters": [
      {
        "name": "nodeId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "BbcodeOptions",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeId=27"
  },
  {
    "class": "content_channel",
    "method": "getQuoteText",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "The text of a post as a quotation, to begin a reply with.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "content_channel",
    "method": "isVisitorMessage",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Whether a node is a message on a member's profile, or an answer to one.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "content_gallery",
    "method": "add",
    "file": "services/content/gallery.ts",
    "mode": "transaction",
    "doc": "Posts a gallery of pictures that the caller has uploaded: see content_text.add and content_attach.uploadPhoto. In\nthe channel of albums it is an album: that may be empty, and its author says who sees it.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "GalleryData",
          "fields": [
            {
              "name": "parentid",
              "type": {
                "kind": "uint"
              },
              "optional": false,
              "doc": "A channel for a topic, a topic for a reply, a reply for a comment; 0 for an album of the caller's."
            },
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Required for a topic."
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode, or HTML; the title when it is left out."
            },
            {
              "name": "filedataids",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "uint"
                }
              },
              "optional": true,
              "doc": "Pictures that the caller has uploaded, in this order. Only an album may do without."
            },
            {
              "name": "captions",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "For each of `filedataids` its caption."
            },
            {
              "name": "viewperms",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Who sees it: 0 its author and moderators, 1 members, 2 everybody."
            },
            {
              "name": "tags",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "Tags for a topic, with commas between or as a list: see tags.addTags."
            },
            {
              "name": "publishdate",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When it is to be published, Unix seconds: until then only its author and moderators see it. A time that has passed means now."
            },
            {
              "name": "publish_now",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Publishes it now, whatever `publishdate` says."
            },
            {
              "name": "featured",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Marks it as featured: see node.setFeatured."
            },
            {
              "name": "urlident",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The part of a topic's address that tells what it is about; from the title when it is left out."
            },
            {
              "name": "prefixid",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "There are no prefixes: a post with one is refused."
            },
            {
              "name": "iconid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "There are no icons: it has no effect."
            },
            {
              "name": "htmltitle",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "It follows from the title: it has no effect."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PostOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML."
            },
            {
              "name": "nl2br",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "In HTML, line ends are line breaks; in BBCode they always are."
            },
            {
              "name": "autoparselinks",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Bare links are always shown as links: it has no effect."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "the new nodeid",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such parent for the caller"
      },
      {
        "id": "no_permission",
        "when": "when he may not post galleries there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest may not"
      },
      {
        "id": "category_takes_no_topics",
        "when": "when the channel is a category"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_filedata_id",
        "when": "when there is no such upload of the caller's"
      },
      {
        "id": "invalid_file",
        "when": "when there is no picture, or an upload is none"
      },
      {
        "id": "too_many_attachments",
        "when": "past the option `attachlimit`, in an album `albumlimit`"
      },
      {
        "id": "invalid_data",
        "when": "when a caption is too long; when `viewperms` is none; for what content_text.add refuses"
      },
      {
        "id": "missing_content",
        "when": "when there is neither text nor title"
      },
      {
        "id": "title_required",
        "when": "when a topic has no title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      },
      {
        "id": "postfloodcheck",
        "when": "when the last post was less than `floodchecktime` seconds ago"
      },
      {
        "id": "duplicate_post",
        "when": "when the same was posted in the same place a moment ago"
      },
      {
        "id": "too_many_tags",
        "when": "past the options `maxtags` and `maxstartertags`"
      }
    ],
    "example": "data[parentid]=14&data[title]=Sunsets&data[filedataids][]=5&data[captions][]=The first"
  },
  {
    "class": "content_gallery",
    "method": "update",
    "file": "services/content/gallery.ts",
    "mode": "transaction",
    "doc": "Edits a gallery: its author within the time his usergroup has, an album at any time, or a moderator at any time.\nPictures can be added only by whoever has uploaded them.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "GalleryChanges",
          "fields": [
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode, or HTML: see `options`."
            },
            {
              "name": "filedataids",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "uint"
                }
              },
              "optional": true,
              "doc": "All its pictures, in their order: new ones are added, those left out are taken off."
            },
            {
              "name": "captions",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "For each of `filedataids` its caption."
            },
            {
              "name": "viewperms",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Who sees an album, with all comments on it: see add. Only for its author."
            },
            {
              "name": "publishdate",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When, Unix seconds, for a post that still waits; a time that has passed means now."
            },
            {
              "name": "publish_now",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Publishes it now."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PostOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML."
            },
            {
              "name": "nl2br",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "In HTML, line ends are line breaks; in BBCode they always are."
            },
            {
              "name": "autoparselinks",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Bare links are always shown as links: it has no effect."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such gallery for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not edit it, attach pictures, or say who sees it"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_filedata_id",
        "when": "when there is no such upload of the caller's"
      },
      {
        "id": "invalid_file",
        "when": "when there would be no picture left, but in an album, or an upload is none"
      },
      {
        "id": "too_many_attachments",
        "when": "past the option `attachlimit`, in an album `albumlimit`"
      },
      {
        "id": "invalid_data",
        "when": "when a caption is too long, or `viewperms` is none, or not for an album"
      },
      {
        "id": "missing_content",
        "when": "when the text is empty"
      },
      {
        "id": "title_required",
        "when": "when a topic would lose its title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      }
    ],
    "example": "nodeid=39&data[filedataids][]=3&data[captions][]=The first"
  },
  {
    "class": "content_gallery",
    "method": "delete",
    "file": "services/content/gallery.ts",
    "mode": "transaction",
    "doc": "Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only\nhides it: moderators still see it.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not remove posts there"
      }
    ],
    "example": "nodeid=39",
    "caller": "mod"
  },
  {
    "class": "content_gallery",
    "method": "updateFromWeb",
    "file": "services/content/gallery.ts",
    "mode": "transaction",
    "doc": "Edits a gallery as vBulletin's own pages do: see update.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "postdata",
        "type": {
          "kind": "fields",
          "name": "GalleryForm",
          "fields": [
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode, or HTML: see `options`."
            }
          ]
        },
        "optional": false,
        "doc": "its title and text"
      },
      {
        "name": "filedataids",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "struct"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "all its pictures: by the id of each upload its `title` (the caption) and `displayorder`; left out, they stay as they are"
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such gallery for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not edit it, or attach pictures"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_filedata_id",
        "when": "when there is no such upload of the caller's"
      },
      {
        "id": "invalid_file",
        "when": "when an upload is no picture"
      },
      {
        "id": "too_many_attachments",
        "when": "past the option `attachlimit`, in an album `albumlimit`"
      },
      {
        "id": "invalid_data",
        "when": "when a caption is too long"
      },
      {
        "id": "missing_content",
        "when": "when the text is empty"
      },
      {
        "id": "title_required",
        "when": "when a topic would lose its title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      }
    ],
    "example": "nodeid=39&postdata[title]=Sunsets&filedataids[3][title]=The first&filedataids[3][displayorder]=1"
  },
  {
    "class": "content_gallery",
    "method": "getQuoteText",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "The text as a quotation, to begin a reply with.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such content for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=39"
  },
  {
    "class": "content_gallery",
    "method": "getQuotes",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "Several texts as quotations, to begin a reply with: see getQuoteText.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "at most 20, in the order of the reply"
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode, with an empty line between two quotations",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=39"
  },
  {
    "class": "content_gallery",
    "method": "getFullContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, its author, topic and channel, and what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=39"
  },
  {
    "class": "content_gallery",
    "method": "getContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content: see getFullContent.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=39"
  },
  {
    "class": "content_gallery",
    "method": "getBareContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, and without what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, BareContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=39"
  },
  {
    "class": "content_gallery",
    "method": "getConversationParent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "The topic that a post belongs to; of a topic or a channel the channel it is in.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "NodeAnswer | false",
    "returnsDoc": "false when there is no such node for the caller, or nothing above it that he may enter",
    "throws": [],
    "example": "nodeid=28"
  },
  {
    "class": "content_gallery",
    "method": "getBbcodeOptions",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made\nlinks, and neither HTML nor smilies.",
    "parameters": [
      {
        "name": "nodeId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "BbcodeOptions",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeId=27"
  },
  {
    "class": "content_gallery",
    "method": "isVisitorMessage",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Whether a node is a message on a member's profile, or an answer to one.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "content_link",
    "method": "add",
    "file": "services/content/link.ts",
    "mode": "transaction",
    "doc": "Posts a link: see content_text.add. The page is not fetched: see parsePage.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "LinkData",
          "fields": [
            {
              "name": "parentid",
              "type": {
                "kind": "uint"
              },
              "optional": false,
              "doc": "A channel for a topic, a topic for a reply, a reply for a comment."
            },
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Required for a topic, unless there is a `url_title`."
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode, or HTML; the link when it is left out."
            },
            {
              "name": "url",
              "type": {
                "kind": "string"
              },
              "optional": false,
              "doc": "http or https, without a password."
            },
            {
              "name": "url_title",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The page's title. What is too long of it, or of `meta`, is cut off."
            },
            {
              "name": "meta",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "What the page says of itself."
            },
            {
              "name": "filedataid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "A picture that the caller has uploaded."
            },
            {
              "name": "tags",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "Tags for a topic, with commas between or as a list: see tags.addTags."
            },
            {
              "name": "publishdate",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When it is to be published, Unix seconds: until then only its author and moderators see it. A time that has passed means now."
            },
            {
              "name": "publish_now",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Publishes it now, whatever `publishdate` says."
            },
            {
              "name": "featured",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Marks it as featured: see node.setFeatured."
            },
            {
              "name": "viewperms",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Who sees a topic: 0 members of the channel, its author and moderators, 1 members of the board, 2 everybody."
            },
            {
              "name": "urlident",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The part of a topic's address that tells what it is about; from the title when it is left out."
            },
            {
              "name": "prefixid",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "There are no prefixes: a post with one is refused."
            },
            {
              "name": "iconid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "There are no icons: it has no effect."
            },
            {
              "name": "htmltitle",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "It follows from the title: it has no effect."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PostOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML."
            },
            {
              "name": "nl2br",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "In HTML, line ends are line breaks; in BBCode they always are."
            },
            {
              "name": "autoparselinks",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Bare links are always shown as links: it has no effect."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "the new nodeid",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such parent for the caller"
      },
      {
        "id": "no_permission",
        "when": "when he may not post links there, or attach a picture"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest may not"
      },
      {
        "id": "category_takes_no_topics",
        "when": "when the channel is a category"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_url",
        "when": "when it is not a web address"
      },
      {
        "id": "invalid_filedata_id",
        "when": "when there is no such upload of the caller's"
      },
      {
        "id": "invalid_file",
        "when": "when the upload is no picture"
      },
      {
        "id": "too_many_attachments",
        "when": "past the option `attachlimit`"
      },
      {
        "id": "title_required",
        "when": "when a topic has no title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      },
      {
        "id": "postfloodcheck",
        "when": "when the last post was less than `floodchecktime` seconds ago"
      },
      {
        "id": "duplicate_post",
        "when": "when the same was posted in the same place a moment ago"
      },
      {
        "id": "invalid_data",
        "when": "for what content_text.add refuses"
      },
      {
        "id": "too_many_tags",
        "when": "past the options `maxtags` and `maxstartertags`"
      }
    ],
    "example": "data[parentid]=14&data[url]=https://example.org/&data[url_title]=An example"
  },
  {
    "class": "content_link",
    "method": "update",
    "file": "services/content/link.ts",
    "mode": "transaction",
    "doc": "Edits a link: its author within the time his usergroup has, or a moderator at any time.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "LinkChanges",
          "fields": [
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode, or HTML: see `options`."
            },
            {
              "name": "url",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "url_title",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "meta",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "filedataid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "A picture that the caller has uploaded; 0 for none."
            },
            {
              "name": "publishdate",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When, Unix seconds, for a post that still waits; a time that has passed means now."
            },
            {
              "name": "publish_now",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Publishes it now."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PostOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML."
            },
            {
              "name": "nl2br",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "In HTML, line ends are line breaks; in BBCode they always are."
            },
            {
              "name": "autoparselinks",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Bare links are always shown as links: it has no effect."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such link for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not edit it, or attach a picture"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_url",
        "when": "when it is not a web address"
      },
      {
        "id": "invalid_filedata_id",
        "when": "when there is no such upload of the caller's"
      },
      {
        "id": "invalid_file",
        "when": "when the upload is no picture"
      },
      {
        "id": "too_many_attachments",
        "when": "past the option `attachlimit`"
      },
      {
        "id": "missing_content",
        "when": "when the text is empty"
      },
      {
        "id": "title_required",
        "when": "when a topic would lose its title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      },
      {
        "id": "invalid_data",
        "when": "when `publishdate` is none, or lies too far ahead"
      }
    ],
    "example": "nodeid=36&data[url_title]=Another title"
  },
  {
    "class": "content_link",
    "method": "delete",
    "file": "services/content/link.ts",
    "mode": "transaction",
    "doc": "Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only\nhides it: moderators still see it.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not remove posts there"
      }
    ],
    "example": "nodeid=36",
    "caller": "mod"
  },
  {
    "class": "content_link",
    "method": "fetchImageByLinkId",
    "file": "services/content/link.ts",
    "mode": "readonly",
    "doc": "Reads the picture of a link and where it can be fetched. The picture itself is never in the answer.",
    "parameters": [
      {
        "name": "linkid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the link's nodeid"
      },
      {
        "name": "type",
        "type": {
          "kind": "oneOf",
          "values": [
            "original",
            "full",
            "icon",
            "thumb",
            "small",
            "medium",
            "large"
          ]
        },
        "optional": true,
        "default": "'full'",
        "doc": "of a size that there is not, the next larger one"
      }
    ],
    "required": 1,
    "returns": "FileInfo",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such link for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest finds none"
      },
      {
        "id": "invalid_attachment_id",
        "when": "when it has no picture, or none that the caller may get"
      },
      {
        "id": "invalid_parameter",
        "when": "when the type is not known"
      }
    ],
    "example": "linkid=36"
  },
  {
    "class": "content_link",
    "method": "parsePage",
    "file": "services/content/link.ts",
    "mode": "steps",
    "doc": "Fetches a page to learn what to say of it: of a server on the public internet, on the usual ports, within ten\nseconds and up to two megabytes.",
    "parameters": [
      {
        "name": "url",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "http or https, without a password"
      }
    ],
    "required": 1,
    "returns": "PageInfo",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_parameter",
        "when": "when it is not a web address"
      },
      {
        "id": "upload_file_failed",
        "when": "when it could not be fetched"
      },
      {
        "id": "upload_file_exceeds_limit",
        "when": "when the page is too large"
      }
    ],
    "example": "url=https://example.org/"
  },
  {
    "class": "content_link",
    "method": "getQuoteText",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "The text as a quotation, to begin a reply with.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such content for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=36"
  },
  {
    "class": "content_link",
    "method": "getQuotes",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "Several texts as quotations, to begin a reply with: see getQuoteText.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "at most 20, in the order of the reply"
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode, with an empty line between two quotations",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=36"
  },
  {
    "class": "content_link",
    "method": "getFullContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, its author, topic and channel, and what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=36"
  },
  {
    "class": "content_link",
    "method": "getContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content: see getFullContent.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=36"
  },
  {
    "class": "content_link",
    "method": "getBareContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, and without what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, BareContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=36"
  },
  {
    "class": "content_link",
    "method": "getConversationParent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "The topic that a post belongs to; of a topic or a channel the channel it is in.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "NodeAnswer | false",
    "returnsDoc": "false when there is no such node for the caller, or nothing above it that he may enter",
    "throws": [],
    "example": "nodeid=28"
  },
  {
    "class": "content_link",
    "method": "getBbcodeOptions",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made\nlinks, and neither HTML nor smilies.",
    "parameters": [
      {
        "name": "nodeId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "BbcodeOptions",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeId=27"
  },
  {
    "class": "content_link",
    "method": "isVisitorMessage",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Whether a node is a message on a member's profile, or an answer to one.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "content_photo",
    "method": "add",
    "file": "services/content/photo.ts",
    "mode": "transaction",
    "doc": "Adds a picture that the caller has uploaded to a post. What is there already keeps its id.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "AttachData",
          "fields": [
            {
              "name": "parentid",
              "type": {
                "kind": "uint"
              },
              "optional": false,
              "doc": "The post."
            },
            {
              "name": "filedataid",
              "type": {
                "kind": "uint"
              },
              "optional": false
            },
            {
              "name": "filename",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Its ending is mended where it is not that of the upload."
            },
            {
              "name": "caption",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "settings",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Whatever the client keeps with it; JSON as a rule."
            },
            {
              "name": "displayorder",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Lower ones come first."
            },
            {
              "name": "style",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "How a photo is shown; free text."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "AttachOptions",
          "fields": [
            {
              "name": "skipNotification",
              "type": {
                "kind": "boolean"
              },
              "optional": true
            }
          ]
        },
        "optional": true,
        "default": "{}",
        "doc": "has no effect: nobody is notified of a photo"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "the photo's id",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not edit the post or attach files there"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_filedata_id",
        "when": "when there is no such upload of the caller's"
      },
      {
        "id": "invalid_file",
        "when": "when the upload is no picture"
      },
      {
        "id": "invalid_data",
        "when": "when a text is too long"
      },
      {
        "id": "too_many_attachments",
        "when": "past the option `attachlimit`, in an album `albumlimit`"
      }
    ],
    "example": "data[parentid]=39&data[filedataid]=5&data[caption]=Sunset"
  },
  {
    "class": "content_photo",
    "method": "update",
    "file": "services/content/photo.ts",
    "mode": "transaction",
    "doc": "Changes a photo's name, caption, style, settings or place.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the photo"
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "AttachmentChanges",
          "fields": [
            {
              "name": "filename",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Its ending is mended where it is not that of the upload."
            },
            {
              "name": "caption",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "settings",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Whatever the client keeps with it; JSON as a rule."
            },
            {
              "name": "displayorder",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Lower ones come first."
            },
            {
              "name": "style",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "How a photo is shown; free text."
            }
          ]
        },
        "optional": false
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_attachment_id",
        "when": "when there is no such photo for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not edit the post"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_data",
        "when": "when a text is too long"
      }
    ],
    "example": "nodeid=33&data[caption]=Sunset"
  },
  {
    "class": "content_photo",
    "method": "delete",
    "file": "services/content/photo.ts",
    "mode": "transaction",
    "doc": "Takes a photo off its post; an upload that nothing else shows is removed.",
    "parameters": [
      {
        "name": "photoId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_attachment_id",
        "when": "when there is no such photo for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may neither edit the post nor moderate attachments there"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      }
    ],
    "example": "photoId=33"
  },
  {
    "class": "content_photo",
    "method": "fetchImageByPhotoid",
    "file": "services/content/photo.ts",
    "mode": "readonly",
    "doc": "Reads a photo and where it can be fetched.",
    "parameters": [
      {
        "name": "id",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the photo"
      },
      {
        "name": "thumb",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "its thumbnail"
      },
      {
        "name": "includeData",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "0 leaves out `filedata`: fetching `url` is cheaper"
      }
    ],
    "required": 1,
    "returns": "FileInfo",
    "throws": [
      {
        "id": "invalid_attachment_id",
        "when": "when there is no such photo for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest finds none"
      }
    ],
    "example": "id=33"
  },
  {
    "class": "content_poll",
    "method": "add",
    "file": "services/content/poll.ts",
    "mode": "transaction",
    "doc": "Posts a poll: see content_text.add. Its options and votes are in the post's full content.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "PollData",
          "fields": [
            {
              "name": "parentid",
              "type": {
                "kind": "uint"
              },
              "optional": false,
              "doc": "A channel for a topic, a topic for a reply, a reply for a comment."
            },
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The question; required for a topic."
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode, or HTML; the title when it is left out."
            },
            {
              "name": "polloptions",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": false,
              "doc": "What can be chosen, in this order: two at least."
            },
            {
              "name": "multiple",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Members may choose several options."
            },
            {
              "name": "public",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Everybody sees who has voted for what."
            },
            {
              "name": "timeout",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When it closes, Unix seconds; 0 for never."
            },
            {
              "name": "tags",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "Tags for a topic, with commas between or as a list: see tags.addTags."
            },
            {
              "name": "publishdate",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When it is to be published, Unix seconds: until then only its author and moderators see it. A time that has passed means now."
            },
            {
              "name": "publish_now",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Publishes it now, whatever `publishdate` says."
            },
            {
              "name": "featured",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Marks it as featured: see node.setFeatured."
            },
            {
              "name": "viewperms",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Who sees a topic: 0 members of the channel, its author and moderators, 1 members of the board, 2 everybody."
            },
            {
              "name": "urlident",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The part of a topic's address that tells what it is about; from the title when it is left out."
            },
            {
              "name": "prefixid",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "There are no prefixes: a post with one is refused."
            },
            {
              "name": "iconid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "There are no icons: it has no effect."
            },
            {
              "name": "htmltitle",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "It follows from the title: it has no effect."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PostOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML."
            },
            {
              "name": "nl2br",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "In HTML, line ends are line breaks; in BBCode they always are."
            },
            {
              "name": "autoparselinks",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Bare links are always shown as links: it has no effect."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "the new nodeid",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such parent for the caller"
      },
      {
        "id": "no_permission",
        "when": "when he may not post polls there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest may not"
      },
      {
        "id": "category_takes_no_topics",
        "when": "when the channel is a category"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "too_many_polloptions",
        "when": "past the option `maxpolloptions`"
      },
      {
        "id": "invalid_data",
        "when": "when the options cannot be used, or the poll would be closed already"
      },
      {
        "id": "missing_content",
        "when": "when there is neither text nor title"
      },
      {
        "id": "title_required",
        "when": "when a topic has no title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      },
      {
        "id": "postfloodcheck",
        "when": "when the last post was less than `floodchecktime` seconds ago"
      },
      {
        "id": "duplicate_post",
        "when": "when the same was posted in the same place a moment ago"
      },
      {
        "id": "too_many_tags",
        "when": "past the options `maxtags` and `maxstartertags`"
      }
    ],
    "example": "data[parentid]=14&data[title]=Tea or coffee%3F&data[polloptions][]=Tea&data[polloptions][]=Coffee"
  },
  {
    "class": "content_poll",
    "method": "addToTopic",
    "file": "services/content/poll.ts",
    "mode": "transaction",
    "doc": "Makes a topic of text a poll: it keeps its id, its title, its text and its replies. For those who may edit the topic and begin\npolls in its channel. Ours: vBulletin 4 adds polls to topics.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "TopicPollData",
          "fields": [
            {
              "name": "question",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "What is asked; the topic's title when it is left out."
            },
            {
              "name": "polloptions",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": false,
              "doc": "What can be chosen, in this order: two at least."
            },
            {
              "name": "multiple",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Members may choose several options."
            },
            {
              "name": "public",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Everybody sees who has voted for what."
            },
            {
              "name": "timeout",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When it closes, Unix seconds; 0 for never."
            }
          ]
        },
        "optional": false
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such topic for the caller"
      },
      {
        "id": "no_permission",
        "when": "when he may not edit it, or may not post polls there"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "too_many_polloptions",
        "when": "past the option `maxpolloptions`"
      },
      {
        "id": "invalid_data",
        "when": "when the topic is of another type, a poll for example; when the options cannot be used; when the poll would be closed already"
      },
      {
        "id": "title_too_long",
        "when": "when the question is past the option `titlemaxchars`"
      }
    ],
    "example": "nodeid=27&data[question]=Tea or coffee%3F&data[polloptions][]=Tea&data[polloptions][]=Coffee"
  },
  {
    "class": "content_poll",
    "method": "update",
    "file": "services/content/poll.ts",
    "mode": "transaction",
    "doc": "Edits a poll: its author within the time his usergroup has, or a moderator at any time. Once somebody has voted,\nonly a moderator changes options or whether several may be chosen, and nobody makes public who has voted.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "PollChanges",
          "fields": [
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode, or HTML: see `options`."
            },
            {
              "name": "question",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "What is asked; empty for the title."
            },
            {
              "name": "polloptions",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "All options, in their order. One that has the title of an old one, or its id, keeps the votes."
            },
            {
              "name": "polloptionids",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "uint"
                }
              },
              "optional": true,
              "doc": "For each of `polloptions` the id of the old option that it renames; 0 for none."
            },
            {
              "name": "multiple",
              "type": {
                "kind": "boolean"
              },
              "optional": true
            },
            {
              "name": "public",
              "type": {
                "kind": "boolean"
              },
              "optional": true
            },
            {
              "name": "timeout",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Unix seconds; a time that is over closes the poll, 0 opens it for good."
            },
            {
              "name": "publishdate",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When, Unix seconds, for a post that still waits; a time that has passed means now."
            },
            {
              "name": "publish_now",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Publishes it now."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PostOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML."
            },
            {
              "name": "nl2br",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "In HTML, line ends are line breaks; in BBCode they always are."
            },
            {
              "name": "autoparselinks",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Bare links are always shown as links: it has no effect."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such poll for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not edit it"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "poll_has_votes",
        "when": "when somebody has voted already"
      },
      {
        "id": "too_many_polloptions",
        "when": "past the option `maxpolloptions`"
      },
      {
        "id": "invalid_poll_option",
        "when": "when there is no such option in the poll"
      },
      {
        "id": "invalid_data",
        "when": "when the options cannot be used"
      },
      {
        "id": "missing_content",
        "when": "when the text is empty"
      },
      {
        "id": "title_required",
        "when": "when a topic would lose its title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      }
    ],
    "example": "nodeid=35&data[polloptions][]=Tea&data[polloptions][]=Coffee&data[polloptions][]=Water",
    "caller": "mod"
  },
  {
    "class": "content_poll",
    "method": "delete",
    "file": "services/content/poll.ts",
    "mode": "transaction",
    "doc": "Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only\nhides it: moderators still see it.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not remove posts there"
      }
    ],
    "example": "nodeid=35",
    "caller": "mod"
  },
  {
    "class": "content_poll",
    "method": "vote",
    "file": "services/content/poll.ts",
    "mode": "transaction",
    "doc": "Votes, once in a poll. Guests who may vote share one vote for each address.",
    "parameters": [
      {
        "name": "polloptionids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "the options chosen, as a list or separated by commas; only one unless the poll has `multiple`"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "the poll's nodeid",
    "throws": [
      {
        "id": "nopolloptionselected",
        "when": "when nothing is chosen"
      },
      {
        "id": "invalid_poll_option",
        "when": "when there is no such option for the caller"
      },
      {
        "id": "invalid_data",
        "when": "when the options are not of one poll, or too many"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest finds none, or may not vote"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not vote there"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "poll_closed",
        "when": "when the poll's time is over"
      },
      {
        "id": "useralreadyvote",
        "when": "when he has voted in it"
      }
    ],
    "example": "polloptionids[]=1"
  },
  {
    "class": "content_poll",
    "method": "getQuoteText",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "The text as a quotation, to begin a reply with.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such content for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=35"
  },
  {
    "class": "content_poll",
    "method": "getQuotes",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "Several texts as quotations, to begin a reply with: see getQuoteText.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "at most 20, in the order of the reply"
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode, with an empty line between two quotations",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=35"
  },
  {
    "class": "content_poll",
    "method": "getFullContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, its author, topic and channel, and what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=35"
  },
  {
    "class": "content_poll",
    "method": "getContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content: see getFullContent.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=35"
  },
  {
    "class": "content_poll",
    "method": "getBareContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, and without what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, BareContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=35"
  },
  {
    "class": "content_poll",
    "method": "getConversationParent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "The topic that a post belongs to; of a topic or a channel the channel it is in.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "NodeAnswer | false",
    "returnsDoc": "false when there is no such node for the caller, or nothing above it that he may enter",
    "throws": [],
    "example": "nodeid=28"
  },
  {
    "class": "content_poll",
    "method": "getBbcodeOptions",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made\nlinks, and neither HTML nor smilies.",
    "parameters": [
      {
        "name": "nodeId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "BbcodeOptions",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeId=27"
  },
  {
    "class": "content_poll",
    "method": "isVisitorMessage",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Whether a node is a message on a member's profile, or an answer to one.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "content_privatemessage",
    "method": "fetchSummary",
    "file": "services/content/privatemessage/counts.ts",
    "mode": "readonly",
    "doc": "Tells of each folder how many unread messages it holds: those that every member has first, then the own ones by\ntitle. Messages in the trash count nowhere.",
    "parameters": [],
    "required": 0,
    "returns": "FolderSummary[]",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ]
  },
  {
    "class": "content_privatemessage",
    "method": "getHeaderCounts",
    "file": "services/content/privatemessage/counts.ts",
    "mode": "readonly",
    "doc": "The numbers for badges: of unread messages (not conversations), unread requests and unread notifications, which are\nthose of notification.fetchUnreadCount.",
    "parameters": [],
    "required": 0,
    "returns": "HeaderCounts",
    "returnsDoc": "`details` by folder: `messages`, `requests`, `your_notifications`; open `reports` for moderators",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ]
  },
  {
    "class": "content_privatemessage",
    "method": "getOpenReportsCount",
    "file": "services/content/privatemessage/counts.ts",
    "mode": "readonly",
    "doc": "Counts the open reports that the caller may see: see content_report.",
    "parameters": [],
    "required": 0,
    "returns": "number",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "for a member who moderates nowhere"
      }
    ],
    "caller": "mod"
  },
  {
    "class": "content_privatemessage",
    "method": "getUnreadInboxCount",
    "file": "services/content/privatemessage/counts.ts",
    "mode": "readonly",
    "doc": "Counts the unread messages in the inbox, the folder `messages`.",
    "parameters": [],
    "required": 0,
    "returns": "number",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ]
  },
  {
    "class": "content_privatemessage",
    "method": "listFolders",
    "file": "services/content/privatemessage/folders.ts",
    "mode": "readonly",
    "doc": "Lists the caller's folders.",
    "parameters": [
      {
        "name": "suppress",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "names such as `trash`, or ids, of folders to leave out"
      }
    ],
    "required": 0,
    "returns": "Record<string, string>",
    "returnsDoc": "titles by folderid",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ]
  },
  {
    "class": "content_privatemessage",
    "method": "fetchFolders",
    "file": "services/content/privatemessage/folders.ts",
    "mode": "readonly",
    "doc": "Lists the caller's folders with what is known of each.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the caller, or 0: nobody reads another's folders"
      }
    ],
    "required": 1,
    "returns": "FolderInfo[]",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "for another member"
      }
    ],
    "example": "userid=0"
  },
  {
    "class": "content_privatemessage",
    "method": "getFolderInfoFromId",
    "file": "services/content/privatemessage/folders.ts",
    "mode": "readonly",
    "doc": "Reads one of the caller's folders.",
    "parameters": [
      {
        "name": "folderid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "FolderInfo",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when the caller has no such folder"
      }
    ],
    "example": "folderid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "getDeletedItemsFolderId",
    "file": "services/content/privatemessage/folders.ts",
    "mode": "readonly",
    "doc": "The folder that deleted messages lie in: the trash.",
    "parameters": [],
    "required": 0,
    "returns": "number",
    "returnsDoc": "its folderid",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ]
  },
  {
    "class": "content_privatemessage",
    "method": "createMessageFolder",
    "file": "services/content/privatemessage/folders.ts",
    "mode": "transaction",
    "doc": "Makes a folder.",
    "parameters": [
      {
        "name": "folderName",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "1 to 100 characters; no other folder of the caller has it, in whatever case"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "the new folderid",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when the title cannot be used"
      },
      {
        "id": "pmfoldertaken",
        "when": "when the caller has such a folder"
      },
      {
        "id": "pmtoomanyfolders",
        "when": "past the option `pmmaxfolders`"
      }
    ],
    "example": "folderName=Travel"
  },
  {
    "class": "content_privatemessage",
    "method": "updateFolderTitle",
    "file": "services/content/privatemessage/folders.ts",
    "mode": "transaction",
    "doc": "Gives one of the caller's own folders another title.",
    "parameters": [
      {
        "name": "folderName",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "as for createMessageFolder"
      },
      {
        "name": "folderid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 2,
    "returns": "FolderInfo",
    "returnsDoc": "the folder as it is now",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when the caller has no such folder of his own, or the title cannot be used"
      },
      {
        "id": "pmfoldertaken",
        "when": "when another folder of the caller has the title"
      }
    ],
    "example": "folderName=Trips&folderid=7"
  },
  {
    "class": "content_privatemessage",
    "method": "deleteFolder",
    "file": "services/content/privatemessage/folders.ts",
    "mode": "transaction",
    "doc": "Deletes one of the caller's own folders. Its messages go to the trash.",
    "parameters": [
      {
        "name": "folderid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when the caller has no such folder of his own"
      }
    ],
    "example": "folderid=7"
  },
  {
    "class": "content_privatemessage",
    "method": "setRead",
    "file": "services/content/privatemessage/keep.ts",
    "mode": "transaction",
    "doc": "Marks messages as read or unread. What the caller wrote himself stays read.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a first message for its conversation, or a reply"
      },
      {
        "name": "read",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "1",
        "doc": "1 or 0"
      }
    ],
    "required": 1,
    "returns": "MessageSuccess",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no such message"
      }
    ],
    "example": "nodeid=45&read=1"
  },
  {
    "class": "content_privatemessage",
    "method": "deleteMessage",
    "file": "services/content/privatemessage/keep.ts",
    "mode": "transaction",
    "doc": "Moves messages to the trash; those that are all there already are deleted for good. Who deletes a conversation for\ngood has left it and gets no more replies.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a first message for its conversation, or a reply"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no such message"
      }
    ],
    "example": "nodeid=44"
  },
  {
    "class": "content_privatemessage",
    "method": "delete",
    "file": "services/content/privatemessage/keep.ts",
    "mode": "transaction",
    "doc": "Moves a message to the trash, or deletes it for good when it is there already: see deleteMessage. Others keep theirs.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no such message"
      }
    ],
    "example": "nodeid=45"
  },
  {
    "class": "content_privatemessage",
    "method": "deleteMessages",
    "file": "services/content/privatemessage/keep.ts",
    "mode": "transaction",
    "doc": "Deletes several messages as deleteMessage does: all or none.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas; at most the option `maxperpage`"
      }
    ],
    "required": 1,
    "returns": "MessageSuccess",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds one of them not"
      }
    ],
    "example": "nodeid=44"
  },
  {
    "class": "content_privatemessage",
    "method": "toTrashcan",
    "file": "services/content/privatemessage/keep.ts",
    "mode": "transaction",
    "doc": "Moves messages to the trash, and leaves them there when they lie there already.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a first message for its conversation, or a reply"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no such message"
      }
    ],
    "example": "nodeid=44"
  },
  {
    "class": "content_privatemessage",
    "method": "undeleteMessage",
    "file": "services/content/privatemessage/keep.ts",
    "mode": "transaction",
    "doc": "Takes messages out of the trash, back to the folder they lay in.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a first message for its conversation, or a reply"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no such message"
      }
    ],
    "example": "nodeid=44"
  },
  {
    "class": "content_privatemessage",
    "method": "moveMessage",
    "file": "services/content/privatemessage/keep.ts",
    "mode": "transaction",
    "doc": "Moves messages to another folder, out of the trash, too.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a first message for its conversation, or a reply"
      },
      {
        "name": "newFolderid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "an own folder, `messages` or `trash`; left out, each goes back to where it arrived"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no such message"
      },
      {
        "id": "invalid_data",
        "when": "when the caller has no such folder, or it takes no messages; a request leaves its folder only for the trash"
      }
    ],
    "example": "nodeid=44&newFolderid=7"
  },
  {
    "class": "content_privatemessage",
    "method": "listMessages",
    "file": "services/content/privatemessage/lists.ts",
    "mode": "readonly",
    "doc": "Lists the conversations of a folder by their newest message there. What the caller wrote himself lies in\n`sent_items`, so a conversation may be in several folders.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "MessageListData",
          "fields": [
            {
              "name": "sortDir",
              "type": {
                "kind": "oneOf",
                "values": [
                  "asc",
                  "desc"
                ]
              },
              "optional": true,
              "doc": "`desc`, the newest first, when left out."
            },
            {
              "name": "pageNum",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "From 1 on."
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "50 when left out; at most the option `maxperpage`."
            },
            {
              "name": "folderid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "The inbox when left out."
            },
            {
              "name": "showdeleted",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Also what came into the trash from this folder."
            },
            {
              "name": "ignoreRecipients",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Leaves `recipients` out."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "readonly MessageSummary[]",
    "returnsDoc": "the conversations in the list's order, each by the nodeid of its first message",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when the caller has no such folder"
      },
      {
        "id": "invalid_parameter",
        "when": "when `data[sortDir]` is not known"
      }
    ],
    "example": "data[folderid]=1&data[pageNum]=1"
  },
  {
    "class": "content_privatemessage",
    "method": "listRequests",
    "file": "services/content/privatemessage/lists.ts",
    "mode": "readonly",
    "doc": "Lists what others ask of the caller, as listMessages does; `data[folderid]` has no meaning.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "MessageListData",
          "fields": [
            {
              "name": "sortDir",
              "type": {
                "kind": "oneOf",
                "values": [
                  "asc",
                  "desc"
                ]
              },
              "optional": true,
              "doc": "`desc`, the newest first, when left out."
            },
            {
              "name": "pageNum",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "From 1 on."
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "50 when left out; at most the option `maxperpage`."
            },
            {
              "name": "folderid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "The inbox when left out."
            },
            {
              "name": "showdeleted",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Also what came into the trash from this folder."
            },
            {
              "name": "ignoreRecipients",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Leaves `recipients` out."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "readonly MessageSummary[]",
    "returnsDoc": "the requests in the list's order, with `about` and `aboutid`",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_parameter",
        "when": "when `data[sortDir]` is not known"
      }
    ],
    "example": "data[pageNum]=1"
  },
  {
    "class": "content_privatemessage",
    "method": "listNotifications",
    "file": "services/content/privatemessage/lists.ts",
    "mode": "readonly",
    "doc": "Lists the caller's notifications: see notification.fetchNotificationsForCurrentUser.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "NotificationQuery",
          "fields": [
            {
              "name": "sortDir",
              "type": {
                "kind": "oneOf",
                "values": [
                  "asc",
                  "desc"
                ]
              },
              "optional": true,
              "doc": "`desc`, the newest first, when left out."
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "20 when left out; at most the option `maxperpage`."
            },
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "showdetail",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Adds `previewtext`."
            },
            {
              "name": "about",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "content",
                  "visitormessage",
                  "nodeaction",
                  "pollvote",
                  "userrelation"
                ]
              },
              "optional": true,
              "doc": "A category; `all` when left out."
            },
            {
              "name": "typename",
              "type": {
                "kind": "oneOf",
                "values": [
                  "reply",
                  "comment",
                  "threadcomment",
                  "usermention",
                  "quote",
                  "subscription",
                  "vm",
                  "rate",
                  "vote",
                  "follow",
                  "following"
                ]
              },
              "optional": true,
              "doc": "One type; every type when left out."
            },
            {
              "name": "readFilter",
              "type": {
                "kind": "oneOf",
                "values": [
                  "unread_only",
                  "read_only",
                  "*"
                ]
              },
              "optional": true,
              "doc": "`unread_only` when left out; `*` for all."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "readonly NotificationAnswer[]",
    "returnsDoc": "them in the list's order",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_parameter",
        "when": "when a choice is not known"
      }
    ],
    "example": "data[perpage]=10"
  },
  {
    "class": "content_privatemessage",
    "method": "previewMessages",
    "file": "services/content/privatemessage/lists.ts",
    "mode": "readonly",
    "doc": "The five newest of each kind.",
    "parameters": [],
    "required": 0,
    "returns": "MessagePreview",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ]
  },
  {
    "class": "content_privatemessage",
    "method": "getFolderMsgCount",
    "file": "services/content/privatemessage/lists.ts",
    "mode": "readonly",
    "doc": "Counts what listMessages lists, and its pages.",
    "parameters": [
      {
        "name": "folderid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "pageNum",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "1"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "50"
      },
      {
        "name": "about",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "only requests of this kind, such as `member_to`"
      },
      {
        "name": "filterParams",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "struct"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: what is listed is told by `folderid` and `about`"
      }
    ],
    "required": 1,
    "returns": "FolderPages",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when the caller has no such folder"
      }
    ],
    "example": "folderid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "getMessage",
    "file": "services/content/privatemessage/read.ts",
    "mode": "transaction",
    "doc": "Reads the conversation that a message belongs to, and marks it as read. What the caller has moved to the trash is\nleft out, unless the message asked for lies there itself. At most the newest 500 messages.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "Conversation",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no such message"
      }
    ],
    "example": "nodeid=44"
  },
  {
    "class": "content_privatemessage",
    "method": "fetchParticipants",
    "file": "services/content/privatemessage/read.ts",
    "mode": "readonly",
    "doc": "Lists those who take part in a conversation, the caller among them. Who has left it is not there any more.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "any message of the conversation"
      }
    ],
    "required": 1,
    "returns": "ConversationMember[]",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no such message"
      }
    ],
    "example": "nodeid=44"
  },
  {
    "class": "content_privatemessage",
    "method": "getForward",
    "file": "services/content/privatemessage/read.ts",
    "mode": "readonly",
    "doc": "Prepares messages for passing them on in a new one.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas; at most the option `maxperpage`"
      }
    ],
    "required": 1,
    "returns": "Forward",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller does not hold one of them"
      }
    ],
    "example": "nodeids=45"
  },
  {
    "class": "content_privatemessage",
    "method": "getFullContent",
    "file": "services/content/privatemessage/read.ts",
    "mode": "readonly",
    "doc": "Reads a message with its content and its author, and what the caller may do; it stays unread.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the message by its nodeid: one member",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no such message"
      }
    ],
    "example": "nodeid=44"
  },
  {
    "class": "content_privatemessage",
    "method": "getContent",
    "file": "services/content/privatemessage/read.ts",
    "mode": "readonly",
    "doc": "The same as getFullContent.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the message by its nodeid: one member",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no such message"
      }
    ],
    "example": "nodeid=44"
  },
  {
    "class": "content_privatemessage",
    "method": "getBbcodeOptions",
    "file": "services/content/privatemessage/read.ts",
    "mode": "readonly",
    "doc": "What private messages may hold: BBCode, with pictures and with bare links made links, and neither HTML nor smilies.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "a message that the caller holds; 0 for a new one"
      }
    ],
    "required": 0,
    "returns": "BbcodeOptions",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no such message"
      }
    ],
    "example": "nodeid=45"
  },
  {
    "class": "content_privatemessage",
    "method": "getQuoteText",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "The text as a quotation, to begin a reply with.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such content for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=44"
  },
  {
    "class": "content_privatemessage",
    "method": "getQuotes",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "Several texts as quotations, to begin a reply with: see getQuoteText.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "at most 20, in the order of the reply"
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode, with an empty line between two quotations",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=44"
  },
  {
    "class": "content_privatemessage",
    "method": "getBareContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, and without what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, BareContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=44"
  },
  {
    "class": "content_privatemessage",
    "method": "getConversationParent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "The topic that a post belongs to; of a topic or a channel the channel it is in.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "NodeAnswer | false",
    "returnsDoc": "false when there is no such node for the caller, or nothing above it that he may enter",
    "throws": [],
    "example": "nodeid=28"
  },
  {
    "class": "content_privatemessage",
    "method": "isVisitorMessage",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Whether a node is a message on a member's profile, or an answer to one.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "content_privatemessage",
    "method": "getRequest",
    "file": "services/content/privatemessage/requests.ts",
    "mode": "readonly",
    "doc": "Reads a request.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "MessageSummary",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when no such request is before the caller"
      }
    ],
    "example": "nodeid=46"
  },
  {
    "class": "content_privatemessage",
    "method": "acceptRequest",
    "file": "services/content/privatemessage/requests.ts",
    "mode": "transaction",
    "doc": "Accepts a request: the one it is for gets a part in the channel; of a `follow` request, follows the caller.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when no such request is before the caller"
      },
      {
        "id": "no_permission",
        "when": "when the one who grants the part owns the channel no more"
      },
      {
        "id": "invalid_data",
        "when": "when nothing can be accepted any more: the channel has gone, or nobody waits to follow"
      }
    ],
    "example": "nodeid=46"
  },
  {
    "class": "content_privatemessage",
    "method": "denyRequest",
    "file": "services/content/privatemessage/requests.ts",
    "mode": "transaction",
    "doc": "Denies a request, or takes the caller's own one back. Who asked to follow is not told, and waits no longer.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "cancelRequestFor",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "to take it back: the member who was asked"
      }
    ],
    "required": 1,
    "returns": "RequestResult",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when no such request is before the caller, or from him"
      }
    ],
    "example": "nodeid=46"
  },
  {
    "class": "content_privatemessage",
    "method": "add",
    "file": "services/content/privatemessage/send.ts",
    "mode": "transaction",
    "doc": "Sends a private message: a new conversation to the recipients named, or a reply (`data[parentid]`) to all who take\npart. The author keeps a copy in `sent_items`. A reply passes over those who take no messages any more or whose\nmessages are full; when there is nobody else, it is refused.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "MessageData",
          "fields": [
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Required for a new conversation."
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": false,
              "doc": "BBCode, or HTML: see `options`."
            },
            {
              "name": "parentid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "The message to reply to: any one of the conversation. Left out, 0, or fetchPMChannel's for a new conversation."
            },
            {
              "name": "respondto",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "The same as `parentid`."
            },
            {
              "name": "msgRecipients",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "Usernames with `;` between, or a list of such texts."
            },
            {
              "name": "recipients",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "Userids or usernames with `;` or `,` between, or a list; all digits are a userid."
            },
            {
              "name": "sentto",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "As `recipients`."
            },
            {
              "name": "to_userids",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "As `recipients`."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "MessageOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML."
            },
            {
              "name": "nl2br",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "In HTML, line ends are line breaks; in BBCode they always are."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "the new nodeid",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the board or the caller's usergroup has no private messages"
      },
      {
        "id": "pmturnedoff",
        "when": "when the caller has switched his own off"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no message to reply to"
      },
      {
        "id": "missing_content",
        "when": "when the text is empty"
      },
      {
        "id": "title_required",
        "when": "when a new conversation has no title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      },
      {
        "id": "pmnorecipients",
        "when": "when nobody but the caller would get it"
      },
      {
        "id": "pmtoomanyrecipients",
        "when": "past the option `pmmaxrecipients`"
      },
      {
        "id": "pmrecipientsnotfound",
        "when": "when there are no such members (their names, with `; ` between)"
      },
      {
        "id": "pmrecipturnedoff",
        "when": "when members take no messages (their names)"
      },
      {
        "id": "pmrecipquotaexceeded",
        "when": "when the messages of members are full (their names)"
      },
      {
        "id": "pmquotaexceeded",
        "when": "when the caller keeps as many messages as the option `pmquota` allows"
      },
      {
        "id": "invalid_data",
        "when": "when a reply names somebody who takes no part: see addPMRecipients"
      },
      {
        "id": "postfloodcheck",
        "when": "when the last message was less than `floodchecktime` seconds ago"
      },
      {
        "id": "duplicate_post",
        "when": "when the same was sent to the same a moment ago"
      }
    ],
    "example": "data[msgRecipients]=bob&data[title]=Hello&data[rawtext]=See you there"
  },
  {
    "class": "content_privatemessage",
    "method": "addPMRecipients",
    "file": "services/content/privatemessage/send.ts",
    "mode": "transaction",
    "doc": "Lets more members take part in a conversation that the caller began. They get its first message and what is written\nfrom now on; replies already there were not written to them.",
    "parameters": [
      {
        "name": "pmid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "any message of the conversation"
      },
      {
        "name": "recipients",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "userids"
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no such message"
      },
      {
        "id": "no_permission",
        "when": "when another began the conversation, or the caller may not write messages"
      },
      {
        "id": "pmturnedoff",
        "when": "when the caller has switched his messages off"
      },
      {
        "id": "pmnorecipients",
        "when": "when nobody would be added"
      },
      {
        "id": "pmtoomanyrecipients",
        "when": "when more than the option `pmmaxrecipients` would take part beside the caller"
      },
      {
        "id": "pmrecipientsnotfound",
        "when": "when there are no such members"
      },
      {
        "id": "pmrecipturnedoff",
        "when": "when members take no messages"
      },
      {
        "id": "pmrecipquotaexceeded",
        "when": "when the messages of members are full"
      }
    ],
    "example": "pmid=44&recipients[]=6"
  },
  {
    "class": "content_privatemessage",
    "method": "addPMRecipientsByUsernames",
    "file": "services/content/privatemessage/send.ts",
    "mode": "transaction",
    "doc": "Lets more members take part in a conversation that the caller began: see addPMRecipients.",
    "parameters": [
      {
        "name": "pmid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "any message of the conversation"
      },
      {
        "name": "usernames",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "names, or texts of names with the delimiter between"
      },
      {
        "name": "usernamesToIds",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "userids of others to add, by whatever keys"
      },
      {
        "name": "delimiter",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "';'",
        "doc": "what separates names; `;` when empty"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no such message"
      },
      {
        "id": "no_permission",
        "when": "when another began the conversation, or the caller may not write messages"
      },
      {
        "id": "pmturnedoff",
        "when": "when the caller has switched his messages off"
      },
      {
        "id": "pmnorecipients",
        "when": "when nobody would be added"
      },
      {
        "id": "pmtoomanyrecipients",
        "when": "when more than the option `pmmaxrecipients` would take part beside the caller"
      },
      {
        "id": "pmrecipientsnotfound",
        "when": "when there are no such members"
      },
      {
        "id": "pmrecipturnedoff",
        "when": "when members take no messages"
      },
      {
        "id": "pmrecipquotaexceeded",
        "when": "when the messages of members are full"
      }
    ],
    "example": "pmid=44&usernames[]=mod"
  },
  {
    "class": "content_privatemessage",
    "method": "canUsePmSystem",
    "file": "services/content/privatemessage/send.ts",
    "mode": "readonly",
    "doc": "Tells whether private messages are open to a member: he is no guest, not banned, and has not switched them off.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "left out for the caller; a guest learns nothing of others"
      }
    ],
    "required": 0,
    "returns": "boolean",
    "throws": [],
    "example": "userid=0"
  },
  {
    "class": "content_report",
    "method": "add",
    "file": "services/content/report.ts",
    "mode": "transaction",
    "doc": "Reports a post to the moderators, or a private message that the caller holds to super moderators and\nadministrators, who see it in `reportedmessage`. A member reports each post once.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "ReportData",
          "fields": [
            {
              "name": "reportnodeid",
              "type": {
                "kind": "uint"
              },
              "optional": false,
              "doc": "The post, or the private message."
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Why: BBCode, or HTML (see `options`)."
            },
            {
              "name": "reason",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The same by another name."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PostOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML."
            },
            {
              "name": "nl2br",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "In HTML, line ends are line breaks; in BBCode they always are."
            },
            {
              "name": "autoparselinks",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Bare links are always shown as links: it has no effect."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "the nodeid of the report",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller, or it is a channel"
      },
      {
        "id": "missing_content",
        "when": "without a reason"
      },
      {
        "id": "text_too_long",
        "when": "past the option `reportmaxchars`"
      },
      {
        "id": "already_reported",
        "when": "when the caller has reported the post before"
      },
      {
        "id": "postfloodcheck",
        "when": "when his last report was less than `floodchecktime` seconds ago"
      }
    ],
    "example": "data[reportnodeid]=27&data[rawtext]=This is an advertisement.",
    "caller": "mod"
  },
  {
    "class": "content_report",
    "method": "listReports",
    "file": "services/content/report.ts",
    "mode": "readonly",
    "doc": "Lists reports, page by page. Ours: the oldest open ones first, unless asked otherwise.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "ReportQuery",
          "fields": [
            {
              "name": "status",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "open",
                  "closed"
                ]
              },
              "optional": true,
              "doc": "`open` when left out."
            },
            {
              "name": "reportnodeid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Only those of this post."
            },
            {
              "name": "sortDir",
              "type": {
                "kind": "oneOf",
                "values": [
                  "asc",
                  "desc"
                ]
              },
              "optional": true,
              "doc": "`asc`, the oldest first, when left out."
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "20 when left out; at most the option `maxperpage`."
            },
            {
              "name": "pageNum",
              "type": {
                "kind": "uint"
              },
              "optional": true
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "readonly Report[]",
    "returnsDoc": "the reports in the list's order, each with the reported post",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "for a member who moderates nowhere"
      },
      {
        "id": "invalid_parameter",
        "when": "when a choice is not known"
      }
    ],
    "example": "data[status]=open",
    "caller": "mod"
  },
  {
    "class": "content_report",
    "method": "countReports",
    "file": "services/content/report.ts",
    "mode": "readonly",
    "doc": "Counts what listReports lists on all its pages. Ours.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "ReportQuery",
          "fields": [
            {
              "name": "status",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "open",
                  "closed"
                ]
              },
              "optional": true,
              "doc": "`open` when left out."
            },
            {
              "name": "reportnodeid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Only those of this post."
            },
            {
              "name": "sortDir",
              "type": {
                "kind": "oneOf",
                "values": [
                  "asc",
                  "desc"
                ]
              },
              "optional": true,
              "doc": "`asc`, the oldest first, when left out."
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "20 when left out; at most the option `maxperpage`."
            },
            {
              "name": "pageNum",
              "type": {
                "kind": "uint"
              },
              "optional": true
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "number",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "for a member who moderates nowhere"
      },
      {
        "id": "invalid_parameter",
        "when": "when a choice is not known"
      }
    ],
    "example": "data[status]=all",
    "caller": "mod"
  },
  {
    "class": "content_report",
    "method": "getFullContent",
    "file": "services/content/report.ts",
    "mode": "readonly",
    "doc": "Reads a report with its reason and the reported post.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, Report>",
    "returnsDoc": "the report by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such report for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ],
    "example": "nodeid=47",
    "caller": "mod"
  },
  {
    "class": "content_report",
    "method": "openClose",
    "file": "services/content/report.ts",
    "mode": "transaction",
    "doc": "Closes reports that are dealt with, or opens them again. All of them or none.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      },
      {
        "name": "op",
        "type": {
          "kind": "oneOf",
          "values": [
            "open",
            "close"
          ]
        },
        "optional": false,
        "doc": "what to do with them"
      }
    ],
    "required": 2,
    "returns": "ReportSuccess",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "invalid_parameter",
        "when": "when `op` is something else"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=47&op=close",
    "caller": "mod"
  },
  {
    "class": "content_report",
    "method": "bulkdelete",
    "file": "services/content/report.ts",
    "mode": "transaction",
    "doc": "Deletes reports for good; their authors may then report the posts again. All of them or none.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      }
    ],
    "required": 1,
    "returns": "ReportSuccess",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "for all but super moderators and administrators"
      },
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=47",
    "caller": "admin"
  },
  {
    "class": "content_report",
    "method": "delete",
    "file": "services/content/report.ts",
    "mode": "transaction",
    "doc": "Deletes a report for good: see bulkdelete.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "for all but super moderators and administrators"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such report for the caller"
      }
    ],
    "example": "nodeid=47",
    "caller": "admin"
  },
  {
    "class": "content_report",
    "method": "getQuoteText",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "The text as a quotation, to begin a reply with.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such content for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=47",
    "caller": "mod"
  },
  {
    "class": "content_report",
    "method": "getQuotes",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "Several texts as quotations, to begin a reply with: see getQuoteText.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "at most 20, in the order of the reply"
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode, with an empty line between two quotations",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=47",
    "caller": "mod"
  },
  {
    "class": "content_report",
    "method": "getContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content: see getFullContent.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=47",
    "caller": "mod"
  },
  {
    "class": "content_report",
    "method": "getBareContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, and without what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, BareContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=47",
    "caller": "mod"
  },
  {
    "class": "content_report",
    "method": "getConversationParent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "The topic that a post belongs to; of a topic or a channel the channel it is in.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "NodeAnswer | false",
    "returnsDoc": "false when there is no such node for the caller, or nothing above it that he may enter",
    "throws": [],
    "example": "nodeid=28",
    "caller": "mod"
  },
  {
    "class": "content_report",
    "method": "getBbcodeOptions",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made\nlinks, and neither HTML nor smilies.",
    "parameters": [
      {
        "name": "nodeId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "BbcodeOptions",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeId=27",
    "caller": "mod"
  },
  {
    "class": "content_report",
    "method": "isVisitorMessage",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Whether a node is a message on a member's profile, or an answer to one.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27",
    "caller": "mod"
  },
  {
    "class": "content_text",
    "method": "getEditHistory",
    "file": "services/content/text/history.ts",
    "mode": "readonly",
    "doc": "Lists the versions of a post, the newest, which is the post as it is, first. Ours. The option `maxedithistory` says\nhow many are kept; the first one always is.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "VersionRow[]",
    "returnsDoc": "the versions without their texts; none when the post has not been edited",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "no_permission",
        "when": "when it is not his and he may not edit posts there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ],
    "example": "nodeid=29"
  },
  {
    "class": "content_text",
    "method": "compareVersions",
    "file": "services/content/text/history.ts",
    "mode": "readonly",
    "doc": "Reads two versions of a post, to be compared. Ours.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "oldid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "the `postedithistoryid` of the one; 0 for the version before the other"
      },
      {
        "name": "newid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "of the other; 0 for the newest"
      }
    ],
    "required": 1,
    "returns": "VersionComparison",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "no_permission",
        "when": "when it is not his and he may not edit posts there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_version",
        "when": "when there is no such version"
      }
    ],
    "example": "nodeid=29"
  },
  {
    "class": "content_text",
    "method": "restoreVersion",
    "file": "services/content/text/history.ts",
    "mode": "transaction",
    "doc": "Gives a post the title and text of an earlier version again: see update. Ours.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "postedithistoryid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the version"
      },
      {
        "name": "reason",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "why, for the history"
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "no_permission",
        "when": "when he may not edit it"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "invalid_version",
        "when": "when there is no such version"
      },
      {
        "id": "invalid_data",
        "when": "when the reason is too long"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      }
    ],
    "example": "nodeid=29&postedithistoryid=1"
  },
  {
    "class": "content_text",
    "method": "deleteEditHistory",
    "file": "services/content/text/history.ts",
    "mode": "transaction",
    "doc": "Forgets what a post said before, for good. Ours.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "no_permission",
        "when": "when he may not remove posts there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ],
    "example": "nodeid=29",
    "caller": "mod"
  },
  {
    "class": "content_text",
    "method": "add",
    "file": "services/content/text/posts.ts",
    "mode": "transaction",
    "doc": "Posts a topic (under a channel), a reply (under a topic) or a comment (under a reply); with `setfor` a message on a\nmember's profile. Who ignores the caller, or closes his profile to him, takes none.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "TextData",
          "fields": [
            {
              "name": "parentid",
              "type": {
                "kind": "uint"
              },
              "optional": false,
              "doc": "A channel for a topic, a topic for a reply, a reply for a comment; may be 0 with `setfor`."
            },
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Required for a topic."
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": false,
              "doc": "BBCode, or HTML: see `options`."
            },
            {
              "name": "setfor",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "For a message on a profile, in the channel of visitor messages: the member's userid."
            },
            {
              "name": "tags",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "Tags for a topic, with commas between or as a list: see tags.addTags."
            },
            {
              "name": "publishdate",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When it is to be published, Unix seconds: until then only its author and moderators see it. A time that has passed means now."
            },
            {
              "name": "publish_now",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Publishes it now, whatever `publishdate` says."
            },
            {
              "name": "featured",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Marks it as featured: see node.setFeatured."
            },
            {
              "name": "viewperms",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Who sees a topic: 0 members of the channel, its author and moderators, 1 members of the board, 2 everybody."
            },
            {
              "name": "urlident",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The part of a topic's address that tells what it is about; from the title when it is left out."
            },
            {
              "name": "prefixid",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "There are no prefixes: a post with one is refused."
            },
            {
              "name": "iconid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "There are no icons: it has no effect."
            },
            {
              "name": "htmltitle",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "It follows from the title: it has no effect."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PostOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML."
            },
            {
              "name": "nl2br",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "In HTML, line ends are line breaks; in BBCode they always are."
            },
            {
              "name": "autoparselinks",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Bare links are always shown as links: it has no effect."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "the new nodeid",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such parent for the caller"
      },
      {
        "id": "no_permission",
        "when": "when he may not post there, tag his topics, or feature posts"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest may not"
      },
      {
        "id": "category_takes_no_topics",
        "when": "when the channel is a category"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_user_specified",
        "when": "when nobody's profile is named, or that of nobody"
      },
      {
        "id": "invalid_data",
        "when": "when `setfor` is given for another place, or below a comment; when `publishdate` lies too far ahead, or too many posts wait for their time; when tags or `viewperms` are not for the post; when a prefix is given"
      },
      {
        "id": "too_many_tags",
        "when": "past the options `maxtags` and `maxstartertags`"
      },
      {
        "id": "vmturnedoff",
        "when": "when the member takes no messages from the caller"
      },
      {
        "id": "missing_content",
        "when": "when the text is empty"
      },
      {
        "id": "title_required",
        "when": "when a topic has no title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`, on a profile also `vmmaxchars`"
      },
      {
        "id": "postfloodcheck",
        "when": "when the last post was less than `floodchecktime` seconds ago"
      },
      {
        "id": "duplicate_post",
        "when": "when the same was posted in the same place a moment ago"
      }
    ],
    "example": "data[parentid]=27&data[rawtext]=Hello [b]world[/b]"
  },
  {
    "class": "content_text",
    "method": "update",
    "file": "services/content/text/posts.ts",
    "mode": "transaction",
    "doc": "Edits a post: its author within the time his usergroup has, or a moderator at any time. One that waits for its\n`publishdate` can be put off, or published now.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "TextChanges",
          "fields": [
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode, or HTML: see `options`."
            },
            {
              "name": "reason",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Why, for the history."
            },
            {
              "name": "publishdate",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When, Unix seconds, for a post that still waits; a time that has passed means now."
            },
            {
              "name": "publish_now",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Publishes it now."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PostOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML."
            },
            {
              "name": "nl2br",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "In HTML, line ends are line breaks; in BBCode they always are."
            },
            {
              "name": "autoparselinks",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Bare links are always shown as links: it has no effect."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not edit it"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_data",
        "when": "when the reason is too long, or `publishdate` is to hide a post that shows"
      },
      {
        "id": "missing_content",
        "when": "when the text is empty"
      },
      {
        "id": "title_required",
        "when": "when a topic would lose its title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      }
    ],
    "example": "nodeid=29&data[rawtext]=Thank you, it is the [b]left[/b] one!"
  },
  {
    "class": "content_text",
    "method": "delete",
    "file": "services/content/text/posts.ts",
    "mode": "transaction",
    "doc": "Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only\nhides it: moderators still see it.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not remove posts there"
      }
    ],
    "example": "nodeid=29",
    "caller": "mod"
  },
  {
    "class": "content_text",
    "method": "listVisitorMessages",
    "file": "services/content/text/posts.ts",
    "mode": "readonly",
    "doc": "Lists the messages on a member's profile, the newest first. Ours: vBulletin's apps search for them.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "page",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "1",
        "doc": "from 1 on; a page past the end is empty"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "20",
        "doc": "at most the option `maxperpage`; 0 for 20"
      }
    ],
    "required": 1,
    "returns": "readonly FullContent[]",
    "returnsDoc": "the nodes in the list's order; on the own profile also those that wait for approval",
    "throws": [],
    "example": "userid=3"
  },
  {
    "class": "content_text",
    "method": "countVisitorMessages",
    "file": "services/content/text/posts.ts",
    "mode": "readonly",
    "doc": "Counts what listVisitorMessages lists on all its pages. Ours.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "number",
    "throws": [],
    "example": "userid=3"
  },
  {
    "class": "content_text",
    "method": "getQuoteText",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "The text as a quotation, to begin a reply with.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such content for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=29"
  },
  {
    "class": "content_text",
    "method": "getQuotes",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "Several texts as quotations, to begin a reply with: see getQuoteText.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "at most 20, in the order of the reply"
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode, with an empty line between two quotations",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=29"
  },
  {
    "class": "content_text",
    "method": "getFullContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, its author, topic and channel, and what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=29"
  },
  {
    "class": "content_text",
    "method": "getContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content: see getFullContent.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=29"
  },
  {
    "class": "content_text",
    "method": "getBareContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, and without what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, BareContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=29"
  },
  {
    "class": "content_text",
    "method": "getConversationParent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "The topic that a post belongs to; of a topic or a channel the channel it is in.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "NodeAnswer | false",
    "returnsDoc": "false when there is no such node for the caller, or nothing above it that he may enter",
    "throws": [],
    "example": "nodeid=28"
  },
  {
    "class": "content_text",
    "method": "getBbcodeOptions",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made\nlinks, and neither HTML nor smilies.",
    "parameters": [
      {
        "name": "nodeId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "BbcodeOptions",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeId=27"
  },
  {
    "class": "content_text",
    "method": "isVisitorMessage",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Whether a node is a message on a member's profile, or an answer to one.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "content_video",
    "method": "add",
    "file": "services/content/video.ts",
    "mode": "transaction",
    "doc": "Posts videos: see content_text.add.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "VideoData",
          "fields": [
            {
              "name": "parentid",
              "type": {
                "kind": "uint"
              },
              "optional": false,
              "doc": "A channel for a topic, a topic for a reply, a reply for a comment."
            },
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Required for a topic, unless there is a `url_title`."
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode, or HTML; the videos when it is left out."
            },
            {
              "name": "url",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The URL of a video."
            },
            {
              "name": "videoitems",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "URLs of videos; `url` comes before them."
            },
            {
              "name": "url_title",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The page's title. What is too long of it, or of `meta`, is cut off."
            },
            {
              "name": "meta",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "What the page says of itself."
            },
            {
              "name": "tags",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true,
              "doc": "Tags for a topic, with commas between or as a list: see tags.addTags."
            },
            {
              "name": "publishdate",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When it is to be published, Unix seconds: until then only its author and moderators see it. A time that has passed means now."
            },
            {
              "name": "publish_now",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Publishes it now, whatever `publishdate` says."
            },
            {
              "name": "featured",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Marks it as featured: see node.setFeatured."
            },
            {
              "name": "viewperms",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Who sees a topic: 0 members of the channel, its author and moderators, 1 members of the board, 2 everybody."
            },
            {
              "name": "urlident",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The part of a topic's address that tells what it is about; from the title when it is left out."
            },
            {
              "name": "prefixid",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "There are no prefixes: a post with one is refused."
            },
            {
              "name": "iconid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "There are no icons: it has no effect."
            },
            {
              "name": "htmltitle",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "It follows from the title: it has no effect."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PostOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML."
            },
            {
              "name": "nl2br",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "In HTML, line ends are line breaks; in BBCode they always are."
            },
            {
              "name": "autoparselinks",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Bare links are always shown as links: it has no effect."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "the new nodeid",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such parent for the caller"
      },
      {
        "id": "no_permission",
        "when": "when he may not post videos there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest may not"
      },
      {
        "id": "category_takes_no_topics",
        "when": "when the channel is a category"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_url",
        "when": "when there is no URL, or one is none of the web"
      },
      {
        "id": "unknown_video_provider",
        "when": "when a URL is that of no video that is known"
      },
      {
        "id": "too_many_videos",
        "when": "past the option `maxvideos`"
      },
      {
        "id": "title_required",
        "when": "when a topic has no title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      },
      {
        "id": "postfloodcheck",
        "when": "when the last post was less than `floodchecktime` seconds ago"
      },
      {
        "id": "duplicate_post",
        "when": "when the same was posted in the same place a moment ago"
      },
      {
        "id": "too_many_tags",
        "when": "past the options `maxtags` and `maxstartertags`"
      },
      {
        "id": "invalid_data",
        "when": "for what content_text.add refuses"
      }
    ],
    "example": "data[parentid]=14&data[title]=Watch this&data[url]=https://youtu.be/aqz-KE-bpKQ"
  },
  {
    "class": "content_video",
    "method": "update",
    "file": "services/content/video.ts",
    "mode": "transaction",
    "doc": "Edits a post of videos: its author within the time his usergroup has, or a moderator at any time.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "VideoChanges",
          "fields": [
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode, or HTML: see `options`."
            },
            {
              "name": "url",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The URL of a video; it and `videoitems` replace all that were there."
            },
            {
              "name": "videoitems",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "string"
                }
              },
              "optional": true
            },
            {
              "name": "url_title",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "meta",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "publishdate",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When, Unix seconds, for a post that still waits; a time that has passed means now."
            },
            {
              "name": "publish_now",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Publishes it now."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PostOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML."
            },
            {
              "name": "nl2br",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "In HTML, line ends are line breaks; in BBCode they always are."
            },
            {
              "name": "autoparselinks",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Bare links are always shown as links: it has no effect."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not edit it"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_url",
        "when": "when a URL is none of the web"
      },
      {
        "id": "unknown_video_provider",
        "when": "when a URL is that of no video that is known"
      },
      {
        "id": "too_many_videos",
        "when": "past the option `maxvideos`"
      },
      {
        "id": "missing_content",
        "when": "when the text is empty"
      },
      {
        "id": "title_required",
        "when": "when a topic would lose its title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      },
      {
        "id": "invalid_data",
        "when": "when `publishdate` is none, or lies too far ahead"
      }
    ],
    "example": "nodeid=38&data[url]=https://vimeo.com/1084537"
  },
  {
    "class": "content_video",
    "method": "delete",
    "file": "services/content/video.ts",
    "mode": "transaction",
    "doc": "Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only\nhides it: moderators still see it.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not remove posts there"
      }
    ],
    "example": "nodeid=38",
    "caller": "mod"
  },
  {
    "class": "content_video",
    "method": "getVideoFromUrl",
    "file": "services/content/video.ts",
    "mode": "readonly",
    "doc": "Reads which video a URL is of. The provider is not asked.",
    "parameters": [
      {
        "name": "url",
        "type": {
          "kind": "string"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "VideoItem | false",
    "returnsDoc": "the video, or false when it is none that is known",
    "throws": [],
    "example": "url=https://youtu.be/aqz-KE-bpKQ"
  },
  {
    "class": "content_video",
    "method": "getVideoThumbnail",
    "file": "services/content/video.ts",
    "mode": "readonly",
    "doc": "The URL of a video's picture, at its provider's. The provider is not asked.",
    "parameters": [
      {
        "name": "url",
        "type": {
          "kind": "string"
        },
        "optional": false
      },
      {
        "name": "nodeid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the picture is that of the address, in every post"
      }
    ],
    "required": 1,
    "returns": "string | false",
    "returnsDoc": "false when it is no video that is known, or nothing says where its picture lies",
    "throws": [],
    "example": "url=https://youtu.be/aqz-KE-bpKQ"
  },
  {
    "class": "content_video",
    "method": "getQuoteText",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "The text as a quotation, to begin a reply with.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such content for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=38"
  },
  {
    "class": "content_video",
    "method": "getQuotes",
    "file": "services/content/quoting.ts",
    "mode": "readonly",
    "doc": "Several texts as quotations, to begin a reply with: see getQuoteText.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "at most 20, in the order of the reply"
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "BBCode, with an empty line between two quotations",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=38"
  },
  {
    "class": "content_video",
    "method": "getFullContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, its author, topic and channel, and what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=38"
  },
  {
    "class": "content_video",
    "method": "getContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content: see getFullContent.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, FullContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=38"
  },
  {
    "class": "content_video",
    "method": "getBareContent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, and without what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the rights are the caller's own"
      }
    ],
    "required": 1,
    "returns": "Record<string, BareContent>",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest, where members alone read"
      }
    ],
    "example": "nodeid=38"
  },
  {
    "class": "content_video",
    "method": "getConversationParent",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "The topic that a post belongs to; of a topic or a channel the channel it is in.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "NodeAnswer | false",
    "returnsDoc": "false when there is no such node for the caller, or nothing above it that he may enter",
    "throws": [],
    "example": "nodeid=28"
  },
  {
    "class": "content_video",
    "method": "getBbcodeOptions",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made\nlinks, and neither HTML nor smilies.",
    "parameters": [
      {
        "name": "nodeId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "BbcodeOptions",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeId=27"
  },
  {
    "class": "content_video",
    "method": "isVisitorMessage",
    "file": "services/content/content.ts",
    "mode": "readonly",
    "doc": "Whether a node is a message on a member's profile, or an answer to one.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "contenttype",
    "method": "fetchContentTypeClassFromId",
    "file": "services/contenttype.ts",
    "mode": "readonly",
    "doc": "The name of a content type, such as `Text`.",
    "parameters": [
      {
        "name": "contenttypeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "string | false",
    "returnsDoc": "false when there is no such type",
    "throws": [],
    "example": "contenttypeid=1"
  },
  {
    "class": "contenttype",
    "method": "fetchContentTypeIdFromClass",
    "file": "services/contenttype.ts",
    "mode": "readonly",
    "doc": "This board's id of a content type.",
    "parameters": [
      {
        "name": "class",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "the name, such as `Text`; case does not count"
      },
      {
        "name": "package",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "'vBForum'",
        "doc": "has no effect: all types belong to one package"
      }
    ],
    "required": 1,
    "returns": "number | false",
    "returnsDoc": "false when there is no such type",
    "throws": [],
    "example": "class=Text"
  },
  {
    "class": "filedata",
    "method": "fetchImageByFiledataid",
    "file": "services/filedata.ts",
    "mode": "readonly",
    "doc": "Reads an upload that the caller may get, his own, an avatar or one attached to a post that he may read, and where\nthe file, or a picture in another size, can be fetched. The file itself is never in the answer.",
    "parameters": [
      {
        "name": "id",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "type",
        "type": {
          "kind": "oneOf",
          "values": [
            "original",
            "full",
            "icon",
            "thumb",
            "small",
            "medium",
            "large"
          ]
        },
        "optional": true,
        "default": "'full'",
        "doc": "of a size that there is not, the next larger one; `original` is the file as it was uploaded, where `full` is a JPEG that was made of a HEIC"
      },
      {
        "name": "includeData",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "0 leaves out `filedata`: fetching `url` is cheaper"
      },
      {
        "name": "attachmentnodeid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "an attachment of it; 0 for any"
      }
    ],
    "required": 1,
    "returns": "FileInfo",
    "throws": [
      {
        "id": "invalid_filedata_id",
        "when": "when there is no such upload for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest finds none"
      },
      {
        "id": "invalid_parameter",
        "when": "when the type is not known"
      }
    ],
    "example": "id=1"
  },
  {
    "class": "filedata",
    "method": "fetchFiledataByid",
    "file": "services/filedata.ts",
    "mode": "readonly",
    "doc": "Reads uploads of the caller's own.",
    "parameters": [
      {
        "name": "ids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "FileMap",
    "returnsDoc": "the uploads by their ids; others are left out",
    "throws": [
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "ids[]=1"
  },
  {
    "class": "filedata",
    "method": "fetchAttachFiledataid",
    "file": "services/filedata.ts",
    "mode": "readonly",
    "doc": "Reads the upload of an attachment.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the attachment"
      }
    ],
    "required": 1,
    "returns": "Attachment",
    "throws": [
      {
        "id": "invalid_attachment_id",
        "when": "when there is no such attachment for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest finds none"
      }
    ],
    "example": "nodeid=34"
  },
  {
    "class": "filedata",
    "method": "fetchPhotoFiledataid",
    "file": "services/filedata.ts",
    "mode": "readonly",
    "doc": "Reads the upload of a photo.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the photo"
      }
    ],
    "required": 1,
    "returns": "Attachment",
    "throws": [
      {
        "id": "invalid_attachment_id",
        "when": "when there is no such photo for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest finds none"
      }
    ],
    "example": "nodeid=33"
  },
  {
    "class": "follow",
    "method": "getFollowers",
    "file": "services/follow/lists.ts",
    "mode": "readonly",
    "doc": "Lists a member's followers. Those who wait for approval are among them for himself and administrators only.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "false for the caller"
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "FollowOptions",
          "fields": [
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "filter_sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "sort_recent",
                  "sort_old",
                  "mostactive",
                  "leastactive",
                  "sort_popular",
                  "sort_activitynew",
                  "sort_activityold"
                ]
              },
              "optional": true
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "oneOf",
                "values": [
                  "time_all",
                  "time_today",
                  "time_lastweek",
                  "time_lastmonth"
                ]
              },
              "optional": true,
              "doc": "`time_today` is 24 hours."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "FollowerPage",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest without a userid"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      },
      {
        "id": "invalid_parameter",
        "when": "when a filter is not known"
      }
    ],
    "example": "userid=2"
  },
  {
    "class": "follow",
    "method": "getFollowersForCurrentUser",
    "file": "services/follow/lists.ts",
    "mode": "readonly",
    "doc": "Lists the caller's followers, those who wait for his approval among them.",
    "parameters": [
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "FollowOptions",
          "fields": [
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "filter_sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "sort_recent",
                  "sort_old",
                  "mostactive",
                  "leastactive",
                  "sort_popular",
                  "sort_activitynew",
                  "sort_activityold"
                ]
              },
              "optional": true
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "oneOf",
                "values": [
                  "time_all",
                  "time_today",
                  "time_lastweek",
                  "time_lastmonth"
                ]
              },
              "optional": true,
              "doc": "`time_today` is 24 hours."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "FollowerPage",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_parameter",
        "when": "when a filter is not known"
      }
    ],
    "example": "options[page]=1"
  },
  {
    "class": "follow",
    "method": "getFollowing",
    "file": "services/follow/lists.ts",
    "mode": "readonly",
    "doc": "Lists what a member follows: of others than the caller only the members.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "0 for the caller"
      },
      {
        "name": "type",
        "type": {
          "kind": "oneOf",
          "values": [
            "follow_members",
            "follow_contents",
            "follow_channel",
            "follow_all",
            "follow_all_activity"
          ]
        },
        "optional": true,
        "default": "'follow_all'"
      },
      {
        "name": "filters",
        "type": {
          "kind": "fields",
          "name": "FollowFilters",
          "fields": [
            {
              "name": "filter_sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "sort_recent",
                  "sort_old",
                  "mostactive",
                  "leastactive",
                  "sort_popular",
                  "sort_activitynew",
                  "sort_activityold"
                ]
              },
              "optional": true
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "oneOf",
                "values": [
                  "time_all",
                  "time_today",
                  "time_lastweek",
                  "time_lastmonth"
                ]
              },
              "optional": true
            },
            {
              "name": "type",
              "type": {
                "kind": "oneOf",
                "values": [
                  "follow_members",
                  "follow_contents",
                  "follow_channel",
                  "follow_all",
                  "follow_all_activity"
                ]
              },
              "optional": true,
              "doc": "Counts only where the parameter `type` is left out."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      },
      {
        "name": "contenttypeclass",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "only nodes of these types, such as `Text` or `vBForum_Text`; of all kinds without it all but channels"
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "FollowOptions",
          "fields": [
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "filter_sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "sort_recent",
                  "sort_old",
                  "mostactive",
                  "leastactive",
                  "sort_popular",
                  "sort_activitynew",
                  "sort_activityold"
                ]
              },
              "optional": true
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "oneOf",
                "values": [
                  "time_all",
                  "time_today",
                  "time_lastweek",
                  "time_lastmonth"
                ]
              },
              "optional": true,
              "doc": "`time_today` is 24 hours."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "FollowingPage",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest without a userid"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      },
      {
        "id": "invalid_parameter",
        "when": "when a type or filter is not known"
      }
    ],
    "example": "userid=2"
  },
  {
    "class": "follow",
    "method": "getFollowingForCurrentUser",
    "file": "services/follow/lists.ts",
    "mode": "readonly",
    "doc": "Lists what the caller follows.",
    "parameters": [
      {
        "name": "type",
        "type": {
          "kind": "oneOf",
          "values": [
            "",
            "follow_members",
            "follow_contents",
            "follow_channel",
            "follow_all",
            "follow_all_activity"
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "FollowOptions",
          "fields": [
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "filter_sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "sort_recent",
                  "sort_old",
                  "mostactive",
                  "leastactive",
                  "sort_popular",
                  "sort_activitynew",
                  "sort_activityold"
                ]
              },
              "optional": true
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "oneOf",
                "values": [
                  "time_all",
                  "time_today",
                  "time_lastweek",
                  "time_lastmonth"
                ]
              },
              "optional": true,
              "doc": "`time_today` is 24 hours."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "FollowingPage",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_parameter",
        "when": "when a type or filter is not known"
      }
    ],
    "example": "type=follow_all"
  },
  {
    "class": "follow",
    "method": "getFollowingChannels",
    "file": "services/follow/lists.ts",
    "mode": "readonly",
    "doc": "Lists the channels that the caller follows.",
    "parameters": [
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "FollowOptions",
          "fields": [
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "filter_sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "sort_recent",
                  "sort_old",
                  "mostactive",
                  "leastactive",
                  "sort_popular",
                  "sort_activitynew",
                  "sort_activityold"
                ]
              },
              "optional": true
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "oneOf",
                "values": [
                  "time_all",
                  "time_today",
                  "time_lastweek",
                  "time_lastmonth"
                ]
              },
              "optional": true,
              "doc": "`time_today` is 24 hours."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "FollowingPage",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_parameter",
        "when": "when a filter is not known"
      }
    ],
    "example": "options[page]=1"
  },
  {
    "class": "follow",
    "method": "getFollowingUsers",
    "file": "services/follow/lists.ts",
    "mode": "readonly",
    "doc": "Lists the members whom the caller follows.",
    "parameters": [
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "FollowOptions",
          "fields": [
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "filter_sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "sort_recent",
                  "sort_old",
                  "mostactive",
                  "leastactive",
                  "sort_popular",
                  "sort_activitynew",
                  "sort_activityold"
                ]
              },
              "optional": true
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "oneOf",
                "values": [
                  "time_all",
                  "time_today",
                  "time_lastweek",
                  "time_lastmonth"
                ]
              },
              "optional": true,
              "doc": "`time_today` is 24 hours."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "FollowingPage",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_parameter",
        "when": "when a filter is not known"
      }
    ],
    "example": "options[page]=1"
  },
  {
    "class": "follow",
    "method": "getFollowingContent",
    "file": "services/follow/lists.ts",
    "mode": "readonly",
    "doc": "Lists new content of the members, and in the topics and channels, that the caller follows, the newest first.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "0 for the caller; others only for administrators"
      },
      {
        "name": "type",
        "type": {
          "kind": "oneOf",
          "values": [
            "follow_members",
            "follow_contents",
            "follow_channel",
            "follow_all",
            "follow_all_activity"
          ]
        },
        "optional": true,
        "default": "'follow_all'",
        "doc": "`follow_members` for content of members only; `follow_contents` or `follow_channel` for content in topics and channels only; else all"
      },
      {
        "name": "filters",
        "type": {
          "kind": "fields",
          "name": "FollowFilters",
          "fields": [
            {
              "name": "filter_sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "sort_recent",
                  "sort_old",
                  "mostactive",
                  "leastactive",
                  "sort_popular",
                  "sort_activitynew",
                  "sort_activityold"
                ]
              },
              "optional": true
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "oneOf",
                "values": [
                  "time_all",
                  "time_today",
                  "time_lastweek",
                  "time_lastmonth"
                ]
              },
              "optional": true
            },
            {
              "name": "type",
              "type": {
                "kind": "oneOf",
                "values": [
                  "follow_members",
                  "follow_contents",
                  "follow_channel",
                  "follow_all",
                  "follow_all_activity"
                ]
              },
              "optional": true,
              "doc": "Counts only where the parameter `type` is left out."
            }
          ]
        },
        "optional": true,
        "default": "{}",
        "doc": "`filter_time` is `time_lastmonth` when left out"
      },
      {
        "name": "contenttypeclass",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "only content of these types, such as `Text` or `vBForum_Text`"
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "FollowOptions",
          "fields": [
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "filter_sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "sort_recent",
                  "sort_old",
                  "mostactive",
                  "leastactive",
                  "sort_popular",
                  "sort_activitynew",
                  "sort_activityold"
                ]
              },
              "optional": true
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "oneOf",
                "values": [
                  "time_all",
                  "time_today",
                  "time_lastweek",
                  "time_lastmonth"
                ]
              },
              "optional": true,
              "doc": "`time_today` is 24 hours."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "FollowedContent",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not see the member's"
      },
      {
        "id": "invalid_parameter",
        "when": "when a type or filter is not known"
      }
    ],
    "example": "type=follow_all"
  },
  {
    "class": "follow",
    "method": "getFollowingActivities",
    "file": "services/follow/lists.ts",
    "mode": "readonly",
    "doc": "Lists new content of all that the caller follows: see getFollowingContent.",
    "parameters": [
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "FollowOptions",
          "fields": [
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "filter_sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "sort_recent",
                  "sort_old",
                  "mostactive",
                  "leastactive",
                  "sort_popular",
                  "sort_activitynew",
                  "sort_activityold"
                ]
              },
              "optional": true
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "oneOf",
                "values": [
                  "time_all",
                  "time_today",
                  "time_lastweek",
                  "time_lastmonth"
                ]
              },
              "optional": true,
              "doc": "`time_today` is 24 hours."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "FollowStream",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_parameter",
        "when": "when a filter is not known"
      }
    ],
    "example": "options[page]=1"
  },
  {
    "class": "follow",
    "method": "getFollowingUserActivities",
    "file": "services/follow/lists.ts",
    "mode": "readonly",
    "doc": "Lists new content of the members whom the caller follows: see getFollowingContent.",
    "parameters": [
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "FollowOptions",
          "fields": [
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "filter_sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "sort_recent",
                  "sort_old",
                  "mostactive",
                  "leastactive",
                  "sort_popular",
                  "sort_activitynew",
                  "sort_activityold"
                ]
              },
              "optional": true
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "oneOf",
                "values": [
                  "time_all",
                  "time_today",
                  "time_lastweek",
                  "time_lastmonth"
                ]
              },
              "optional": true,
              "doc": "`time_today` is 24 hours."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "FollowStream",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_parameter",
        "when": "when a filter is not known"
      }
    ],
    "example": "options[page]=1"
  },
  {
    "class": "follow",
    "method": "getContentFollowers",
    "file": "services/follow/lists.ts",
    "mode": "readonly",
    "doc": "Lists who follows a topic or channel, for its moderators: what a member follows is his own.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "currentPage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "1"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "100"
      },
      {
        "name": "includeFollowInfo",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: it is always included"
      }
    ],
    "required": 1,
    "returns": "ContentFollowers",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "no_permission",
        "when": "when the caller does not moderate there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks"
      }
    ],
    "example": "nodeid=2",
    "caller": "mod"
  },
  {
    "class": "follow",
    "method": "getNodeSubscribers",
    "file": "services/follow/lists.ts",
    "mode": "readonly",
    "doc": "Lists who follows a topic or channel: see getContentFollowers.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "FollowOptions",
          "fields": [
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "filter_sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "sort_recent",
                  "sort_old",
                  "mostactive",
                  "leastactive",
                  "sort_popular",
                  "sort_activitynew",
                  "sort_activityold"
                ]
              },
              "optional": true
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "oneOf",
                "values": [
                  "time_all",
                  "time_today",
                  "time_lastweek",
                  "time_lastmonth"
                ]
              },
              "optional": true,
              "doc": "`time_today` is 24 hours."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "FollowerPage",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "no_permission",
        "when": "when the caller does not moderate there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks"
      },
      {
        "id": "invalid_parameter",
        "when": "when a filter is not known"
      }
    ],
    "example": "nodeid=2",
    "caller": "mod"
  },
  {
    "class": "follow",
    "method": "isFollowingContent",
    "file": "services/follow/status.ts",
    "mode": "readonly",
    "doc": "Tells whether the caller follows a topic or channel.",
    "parameters": [
      {
        "name": "contentId",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a nodeid"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "0 or 1; 0 for a guest",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "contentId=2"
  },
  {
    "class": "follow",
    "method": "isFollowingContentList",
    "file": "services/follow/status.ts",
    "mode": "readonly",
    "doc": "Tells which topics and channels the caller follows. Those that he may not see are left out.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "at most the option `maxperpage`"
      }
    ],
    "required": 1,
    "returns": "FollowingList",
    "throws": [
      {
        "id": "invalid_data",
        "when": "when there are too many"
      }
    ],
    "example": "nodeids[]=1&nodeids[]=2"
  },
  {
    "class": "follow",
    "method": "isFollowingUser",
    "file": "services/follow/status.ts",
    "mode": "readonly",
    "doc": "Tells whether the caller follows a member.",
    "parameters": [
      {
        "name": "profileUser",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "0, 1, or 2 while he waits for approval; 0 for a guest",
    "throws": [],
    "example": "profileUser=2"
  },
  {
    "class": "follow",
    "method": "add",
    "file": "services/follow/subscribe.ts",
    "mode": "transaction",
    "doc": "Begins to follow a member, a topic or a channel. A member may want to approve his followers (the user option\n`moderatefollowers`); then the answer is 2, and a request waits for that member: content_privatemessage.listRequests.\nA reply or comment stands for its topic.",
    "parameters": [
      {
        "name": "follow_item",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a userid or nodeid"
      },
      {
        "name": "type",
        "type": {
          "kind": "oneOf",
          "values": [
            "follow_members",
            "follow_contents",
            "follow_channel"
          ]
        },
        "optional": true,
        "default": "'follow_members'"
      },
      {
        "name": "follower",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "who follows; others than the caller only for administrators"
      },
      {
        "name": "auto_subscribe",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: following is the same, however it began"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "0 does not follow, 1 follows, 2 waits for approval",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "invalid_data",
        "when": "when a member would follow himself"
      },
      {
        "id": "invalid_parameter",
        "when": "when the type is not known"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not act for the follower"
      }
    ],
    "example": "follow_item=4"
  },
  {
    "class": "follow",
    "method": "addFollower",
    "file": "services/follow/subscribe.ts",
    "mode": "transaction",
    "doc": "Takes a waiting follower: the same as approveFollowing, with the answer of `add`.",
    "parameters": [
      {
        "name": "follower",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "1",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_user_specified",
        "when": "when he is not waiting"
      }
    ],
    "example": "follower=6"
  },
  {
    "class": "follow",
    "method": "approveFollowing",
    "file": "services/follow/subscribe.ts",
    "mode": "transaction",
    "doc": "Approves a follower who waits.",
    "parameters": [
      {
        "name": "followerid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "false when he was not waiting",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ],
    "example": "followerid=3"
  },
  {
    "class": "follow",
    "method": "denyFollowing",
    "file": "services/follow/subscribe.ts",
    "mode": "transaction",
    "doc": "Refuses a follower who waits. He is not told.",
    "parameters": [
      {
        "name": "followerid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "false when he was not waiting",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ],
    "example": "followerid=3"
  },
  {
    "class": "follow",
    "method": "removeFollower",
    "file": "services/follow/subscribe.ts",
    "mode": "transaction",
    "doc": "Rids the caller of a follower, approved or waiting. He is not told.",
    "parameters": [
      {
        "name": "follower",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "false when there was no such follower",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ],
    "example": "follower=3"
  },
  {
    "class": "follow",
    "method": "delete",
    "file": "services/follow/subscribe.ts",
    "mode": "transaction",
    "doc": "Ends following. A reply or comment stands for its topic; what has been hidden since can be left, too.",
    "parameters": [
      {
        "name": "follow_item",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "a userid or nodeid"
      },
      {
        "name": "type",
        "type": {
          "kind": "oneOf",
          "values": [
            "follow_members",
            "follow_contents",
            "follow_channel"
          ]
        },
        "optional": true,
        "default": "'follow_members'"
      },
      {
        "name": "userid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "who follows; others than the caller only for administrators"
      }
    ],
    "required": 0,
    "returns": "number",
    "returnsDoc": "1, or 0 when there was nothing to end",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when `follow_item` is missing"
      },
      {
        "id": "invalid_parameter",
        "when": "when the type is not known"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not act for the member"
      }
    ],
    "example": "follow_item=3"
  },
  {
    "class": "follow",
    "method": "removeFollowing",
    "file": "services/follow/subscribe.ts",
    "mode": "transaction",
    "doc": "Ends following: the same as `delete`.",
    "parameters": [
      {
        "name": "followingId",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false"
      },
      {
        "name": "userId",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false"
      },
      {
        "name": "type",
        "type": {
          "kind": "oneOf",
          "values": [
            "follow_members",
            "follow_contents",
            "follow_channel"
          ]
        },
        "optional": true,
        "default": "'follow_members'"
      }
    ],
    "required": 0,
    "returns": "number",
    "returnsDoc": "1, or 0 when there was nothing to end",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when `followingId` is missing"
      },
      {
        "id": "invalid_parameter",
        "when": "when the type is not known"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not act for the member"
      }
    ],
    "example": "followingId=3"
  },
  {
    "class": "follow",
    "method": "unsubscribeItems",
    "file": "services/follow/subscribe.ts",
    "mode": "transaction",
    "doc": "Ends following many things at once.",
    "parameters": [
      {
        "name": "unsubscribeItems",
        "type": {
          "kind": "fields",
          "name": "UnsubscribeItems",
          "fields": [
            {
              "name": "follow_members",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "uint"
                }
              },
              "optional": true,
              "doc": "userids"
            },
            {
              "name": "follow_contents",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "uint"
                }
              },
              "optional": true,
              "doc": "nodeids of topics"
            },
            {
              "name": "follow_channel",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "uint"
                }
              },
              "optional": true,
              "doc": "nodeids of channels"
            }
          ]
        },
        "optional": false,
        "doc": "ids by type, at most the option `maxperpage` of each"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many"
      }
    ],
    "example": "unsubscribeItems[follow_members]=3"
  },
  {
    "class": "hv",
    "method": "fetchHvType",
    "file": "services/hv.ts",
    "mode": "readonly",
    "doc": "How the board tells people from programs.",
    "parameters": [],
    "required": 0,
    "returns": "string",
    "returnsDoc": "`Image`, `Question` or `Disabled`",
    "throws": []
  },
  {
    "class": "hv",
    "method": "fetchRequireHvcheck",
    "file": "services/hv.ts",
    "mode": "readonly",
    "doc": "Whether the caller must pass human verification before he does something. Members need not.",
    "parameters": [
      {
        "name": "action",
        "type": {
          "kind": "oneOf",
          "values": [
            "register",
            "post",
            "search",
            "contactus",
            "lostpw"
          ]
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [
      {
        "id": "invalid_parameter",
        "when": "when the action is not known"
      }
    ],
    "example": "action=register"
  },
  {
    "class": "hv",
    "method": "generateToken",
    "file": "services/hv.ts",
    "mode": "transaction",
    "doc": "Picks a question, or makes a code that a picture shows. It can be answered for an hour, and used once.",
    "parameters": [],
    "required": 0,
    "returns": "HvToken",
    "throws": [
      {
        "id": "rate_limited",
        "when": "when the caller's address has asked for too many (seconds to wait)"
      }
    ]
  },
  {
    "class": "hv",
    "method": "fetchHvQuestion",
    "file": "services/hv.ts",
    "mode": "readonly",
    "doc": "The question that a hash stands for.",
    "parameters": [
      {
        "name": "hash",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "from `hv.generateToken`"
      }
    ],
    "required": 0,
    "returns": "string | false",
    "returnsDoc": "false when the hash is not known, its time is over, or a picture belongs to it",
    "throws": [],
    "example": "hash=5f0c2d7e91ab4368b7d2c1e09a8f6453"
  },
  {
    "class": "hv",
    "method": "fetchHvImage",
    "file": "services/hv.ts",
    "mode": "readonly",
    "doc": "The picture that a hash stands for: 220 x 80 pixels with six letters and digits, whose case does not matter. It\nlooks different each time.",
    "parameters": [
      {
        "name": "hash",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "from `hv.generateToken`"
      }
    ],
    "required": 0,
    "returns": "HvImage | false",
    "returnsDoc": "false when the hash is not known, its time is over, or a question belongs to it",
    "throws": [
      {
        "id": "toobusy",
        "when": "when too many pictures are being drawn"
      }
    ],
    "example": "hash=5f0c2d7e91ab4368b7d2c1e09a8f6453"
  },
  {
    "class": "hv",
    "method": "verifyToken",
    "file": "services/hv.ts",
    "mode": "steps",
    "doc": "Checks an answer without using it up, so that it is still good for the call it is meant for. After three wrong\nanswers the hash is void.",
    "parameters": [
      {
        "name": "input",
        "type": {
          "kind": "fields",
          "name": "HvInput",
          "fields": [
            {
              "name": "hash",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "What `hv.generateToken` gave."
            },
            {
              "name": "input",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The answer."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "action",
        "type": {
          "kind": "oneOf",
          "values": [
            "register",
            "post",
            "search",
            "contactus",
            "lostpw"
          ]
        },
        "optional": false,
        "doc": "has no effect: an answer is judged alike for every action"
      },
      {
        "name": "return",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "true to get false for a wrong answer, instead of an error"
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true; also while human verification is switched off",
    "throws": [
      {
        "id": "humanverify_question_wronganswer",
        "when": "when it is wrong, too late, or one too many"
      },
      {
        "id": "humanverify_image_wronganswer",
        "when": "the same, where pictures are shown"
      },
      {
        "id": "invalid_parameter",
        "when": "when the action is not known"
      }
    ],
    "example": "input[input]=blue&input[hash]=5f0c2d7e91ab4368b7d2c1e09a8f6453&action=register&return=1"
  },
  {
    "class": "language",
    "method": "fetchAll",
    "file": "services/language.ts",
    "mode": "readonly",
    "doc": "Reads the languages.",
    "parameters": [
      {
        "name": "languageid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "0 for all of them; else this one, where there is one"
      },
      {
        "name": "baseonly",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: every language has all that there is"
      }
    ],
    "required": 0,
    "returns": "LanguageMap",
    "throws": [],
    "example": "languageid=0"
  },
  {
    "class": "language",
    "method": "getLanguageTitles",
    "file": "services/language.ts",
    "mode": "readonly",
    "doc": "The names of the languages, each in its own.",
    "parameters": [
      {
        "name": "getall",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "has no effect: members may choose any"
      }
    ],
    "required": 0,
    "returns": "Record<string, string>",
    "returnsDoc": "titles by id",
    "throws": []
  },
  {
    "class": "node",
    "method": "getAnswerNodeids",
    "file": "services/node/answers.ts",
    "mode": "readonly",
    "doc": "The answers of a topic, the oldest first.",
    "parameters": [
      {
        "name": "starterid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the topic"
      }
    ],
    "required": 1,
    "returns": "AnswerNodeids",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such topic for the caller"
      }
    ],
    "example": "starterid=27"
  },
  {
    "class": "node",
    "method": "setAsAnswer",
    "file": "services/node/answers.ts",
    "mode": "transaction",
    "doc": "Marks a reply as an answer to its topic, or takes the mark back.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "set",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true"
      }
    ],
    "required": 1,
    "returns": "AnswerSet",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such reply for the caller"
      },
      {
        "id": "no_permission",
        "when": "for all but the topic's author and those who manage topics there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "node_cannot_be_answer",
        "when": "when it is no reply: a topic, a comment"
      },
      {
        "id": "is_already_answer",
        "when": "when it is one"
      },
      {
        "id": "is_not_answer",
        "when": "when it is none"
      }
    ],
    "example": "nodeid=28"
  },
  {
    "class": "node",
    "method": "setExclusiveAnswer",
    "file": "services/node/answers.ts",
    "mode": "transaction",
    "doc": "Makes a reply the only answer to its topic, or takes the mark back.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "set",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true"
      }
    ],
    "required": 1,
    "returns": "AnswerSet",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such reply for the caller"
      },
      {
        "id": "no_permission",
        "when": "for all but the topic's author and those who manage topics there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "node_cannot_be_answer",
        "when": "when it is no reply: a topic, a comment"
      },
      {
        "id": "is_not_answer",
        "when": "when it is none"
      }
    ],
    "example": "nodeid=28"
  },
  {
    "class": "node",
    "method": "removeAnswers",
    "file": "services/node/answers.ts",
    "mode": "transaction",
    "doc": "Takes the marks of answers back.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "answers, or topics for all their answers; as a list or separated by commas"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids that are answers no more",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "no_permission",
        "when": "for all but the topics' authors and those who manage topics there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=28"
  },
  {
    "class": "node",
    "method": "approve",
    "file": "services/node/approve.ts",
    "mode": "transaction",
    "doc": "Approves posts: everybody sees them who may see what is above them, and those concerned are told. Whose profile a\nmessage is on may do so, too.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids that waited",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not moderate posts there"
      },
      {
        "id": "invalid_data",
        "when": "when one of them is a channel, or there are too many"
      }
    ],
    "example": "nodeids[]=28",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "unapprove",
    "file": "services/node/approve.ts",
    "mode": "transaction",
    "doc": "Takes an approval back: only moderators and the author see the posts, and what lies below them; messages on a\nprofile also its owner, who may do so, too.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids that were approved",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not moderate posts there"
      },
      {
        "id": "invalid_data",
        "when": "when one of them is a channel, or there are too many"
      }
    ],
    "example": "nodeids[]=28",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "setApproved",
    "file": "services/node/approve.ts",
    "mode": "transaction",
    "doc": "Approves posts, or takes their approval back: see approve and unapprove.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      },
      {
        "name": "approved",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids that have changed",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not moderate posts there"
      },
      {
        "id": "invalid_data",
        "when": "when one of them is a channel, or there are too many"
      }
    ],
    "example": "nodeids[]=28&approved=1",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "setApprovedPost",
    "file": "services/node/approve.ts",
    "mode": "transaction",
    "doc": "Approves a post, or takes its approval back.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "approved",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false"
      },
      {
        "name": "data",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "{}",
        "doc": "has no effect: the post stays as it is"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not moderate posts there"
      },
      {
        "id": "invalid_data",
        "when": "when it is a channel"
      }
    ],
    "example": "nodeid=28&approved=1",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "listPendingPosts",
    "file": "services/node/approve.ts",
    "mode": "readonly",
    "doc": "Lists the posts that wait in the channels that the caller moderates, the newest first.",
    "parameters": [
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PendingOptions",
          "fields": [
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "scheduled",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Lists the posts that wait for their `publishdate` instead, the last one first."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "PendingPosts",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he moderates no posts anywhere"
      }
    ],
    "example": "options[page]=1",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "listPendingPostsForCurrentUser",
    "file": "services/node/approve.ts",
    "mode": "readonly",
    "doc": "Lists the caller's own posts that wait for approval, the newest first.",
    "parameters": [
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PendingOptions",
          "fields": [
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "scheduled",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Lists the posts that wait for their `publishdate` instead, the last one first."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "PendingPosts",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ],
    "example": "options[page]=1"
  },
  {
    "class": "node",
    "method": "addAttachment",
    "file": "services/node/attachments.ts",
    "mode": "transaction",
    "doc": "Attaches an upload of the caller's to a post: see content_attach.add.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "NodeAttachData",
          "fields": [
            {
              "name": "filedataid",
              "type": {
                "kind": "uint"
              },
              "optional": false
            },
            {
              "name": "filename",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Its ending is mended where it is not that of the upload."
            },
            {
              "name": "caption",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "settings",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Whatever the client keeps with it; JSON as a rule."
            },
            {
              "name": "displayorder",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Lower ones come first."
            },
            {
              "name": "style",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "How a photo is shown; free text."
            }
          ]
        },
        "optional": false
      }
    ],
    "required": 2,
    "returns": "number",
    "returnsDoc": "the attachment's id",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may not edit the post or attach files there"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      },
      {
        "id": "invalid_filedata_id",
        "when": "when there is no such upload of the caller's"
      },
      {
        "id": "invalid_data",
        "when": "when a text is too long"
      },
      {
        "id": "too_many_attachments",
        "when": "past the option `attachlimit`, in an album `albumlimit`"
      }
    ],
    "example": "nodeid=27&data[filedataid]=5"
  },
  {
    "class": "node",
    "method": "removeAttachment",
    "file": "services/node/attachments.ts",
    "mode": "transaction",
    "doc": "Takes an attachment off a post, or all of them.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the post"
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "AttachmentChoice",
          "fields": [
            {
              "name": "attachnodeid",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "filedataid",
              "type": {
                "kind": "uint"
              },
              "optional": true
            }
          ]
        },
        "optional": true,
        "default": "{}",
        "doc": "which one"
      },
      {
        "name": "all",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids of the attachments that are gone",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when he may neither edit the post nor moderate attachments there"
      },
      {
        "id": "edit_time_over",
        "when": "when the author's time is over"
      },
      {
        "id": "threadclosed",
        "when": "when the topic is closed"
      }
    ],
    "example": "nodeid=27&all=1"
  },
  {
    "class": "node",
    "method": "getNodeAttachments",
    "file": "services/node/attachments.ts",
    "mode": "readonly",
    "doc": "Lists the attachments of posts, as far as the caller may get them.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "the posts"
      }
    ],
    "required": 1,
    "returns": "Attachment[] | false",
    "returnsDoc": "the attachments, or false when there are none",
    "throws": [
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=1"
  },
  {
    "class": "node",
    "method": "getNodeAttachmentsPublicInfo",
    "file": "services/node/attachments.ts",
    "mode": "readonly",
    "doc": "Reads the attachments of posts, as far as the caller may get them.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "the posts"
      }
    ],
    "required": 1,
    "returns": "PostAttachments",
    "returnsDoc": "by post, each one's attachments by their ids; posts whose attachments he may not get are left out",
    "throws": [
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=1"
  },
  {
    "class": "node",
    "method": "getAttachmentPublicInfo",
    "file": "services/node/attachments.ts",
    "mode": "readonly",
    "doc": "Reads an attachment.",
    "parameters": [
      {
        "name": "attachmentid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "AttachmentMap",
    "returnsDoc": "the attachment by its id: one member",
    "throws": [
      {
        "id": "invalid_attachment_id",
        "when": "when there is no such attachment for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest finds none"
      }
    ],
    "example": "attachmentid=34"
  },
  {
    "class": "node",
    "method": "fetchChannelNodeTree",
    "file": "services/node/channels.ts",
    "mode": "readonly",
    "doc": "Reads the tree of channels that the caller may enter.",
    "parameters": [
      {
        "name": "parentid",
        "type": {
          "kind": "int"
        },
        "optional": true,
        "default": "0",
        "doc": "0, or less, for the main forum"
      },
      {
        "name": "depth",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "3",
        "doc": "how many levels below the parent"
      },
      {
        "name": "pagenum",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "1",
        "doc": "has no effect: the whole tree is returned"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "20",
        "doc": "has no effect: the whole tree is returned"
      }
    ],
    "required": 0,
    "returns": "ChannelTree",
    "returnsDoc": "`channels` in the board's order, each with its `subchannels`; both are always there",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel for the caller"
      }
    ],
    "example": "depth=3"
  },
  {
    "class": "node",
    "method": "fetchForumChannel",
    "file": "services/node/channels.ts",
    "mode": "readonly",
    "doc": "The root channel of the forums.",
    "parameters": [],
    "required": 0,
    "returns": "number",
    "throws": []
  },
  {
    "class": "node",
    "method": "fetchPMChannel",
    "file": "services/node/channels.ts",
    "mode": "readonly",
    "doc": "The channel that private messages lie below. Nobody enters it: see content_privatemessage.",
    "parameters": [],
    "required": 0,
    "returns": "number",
    "returnsDoc": "its nodeid",
    "throws": []
  },
  {
    "class": "node",
    "method": "fetchVMChannel",
    "file": "services/node/channels.ts",
    "mode": "readonly",
    "doc": "The channel of the messages on members' profiles: see content_text.listVisitorMessages.",
    "parameters": [],
    "required": 0,
    "returns": "number",
    "returnsDoc": "its nodeid",
    "throws": []
  },
  {
    "class": "node",
    "method": "fetchAlbumChannel",
    "file": "services/node/channels.ts",
    "mode": "readonly",
    "doc": "The channel that members' albums are topics of: see content_gallery.add.",
    "parameters": [],
    "required": 0,
    "returns": "number",
    "returnsDoc": "its nodeid",
    "throws": []
  },
  {
    "class": "node",
    "method": "getChannelStatistics",
    "file": "services/node/channels.ts",
    "mode": "readonly",
    "doc": "Counts what lies in a channel, as far as the caller may read it.",
    "parameters": [
      {
        "name": "parentid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "ChannelStatistics",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel for the caller"
      }
    ],
    "example": "parentid=14"
  },
  {
    "class": "node",
    "method": "getCurrentUserChannels",
    "file": "services/node/channels.ts",
    "mode": "readonly",
    "doc": "The channels that the caller may enter.",
    "parameters": [],
    "required": 0,
    "returns": "number[]",
    "returnsDoc": "their ids, those above before those below",
    "throws": []
  },
  {
    "class": "node",
    "method": "cloneNodes",
    "file": "services/node/copy.ts",
    "mode": "transaction",
    "doc": "Copies posts with all below them that the caller sees, to where he could move them: topics to a channel, replies\nand comments to a topic or reply, or to a channel, where the oldest becomes a topic and the others its replies.\nWhat lies below another node of the list goes with it. Either all are copied or none, and at most 1000 posts.\n\nCopies keep authors, dates, texts, tags, polls without their votes, and attachments; closed, unapproved and deleted\nposts, as far as he sees them, are so in the copy, too. They begin without votes, followers, views, versions, and\nmarks as an answer or as featured, and nobody is told of them.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      },
      {
        "name": "to_parent",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the channel, topic or reply"
      },
      {
        "name": "newtitle",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "the title of the topics that the copies begin; else they keep their own. Required where there is none"
      }
    ],
    "required": 2,
    "returns": "ClonedNodes",
    "returnsDoc": "the new id of each post copied, by its old one",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them, or the new parent, is not there for the caller"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not manage topics in one of the channels"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "category_takes_no_topics",
        "when": "when the channel is a category"
      },
      {
        "id": "title_required",
        "when": "when a new topic would have no title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "invalid_data",
        "when": "when such nodes cannot be there, or there are too many"
      }
    ],
    "example": "nodeids[]=27&to_parent=14",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "listNodeContent",
    "file": "services/node/lists.ts",
    "mode": "readonly",
    "doc": "Lists what lies below a node, page by page: the topics of a channel by activity with the sticky ones first, the\nreplies of a topic from the oldest on; with `depth` 0 everything below, the newest of a channel first.\nChannels are not among it: see fetchChannelNodeTree.",
    "parameters": [
      {
        "name": "parentid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "page",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "1",
        "doc": "from 1 on; a page past the end is empty"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "20",
        "doc": "at most the option `maxperpage`; 0 for 20"
      },
      {
        "name": "depth",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "1 for direct children, 2 for theirs as well, and so on; 0 for all below"
      },
      {
        "name": "contenttypeid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "0 for every type"
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "ListOptions",
          "fields": [
            {
              "name": "sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "activity",
                  "newest",
                  "oldest"
                ]
              },
              "optional": true,
              "doc": "`activity` (sticky topics first, then the latest activity), `newest` or `oldest`."
            },
            {
              "name": "include_starter",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Begin with the parent itself, as a page that shows a whole topic does."
            },
            {
              "name": "contenttypeid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Only this type."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "readonly FullContent[]",
    "returnsDoc": "the nodes in the list's order",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "invalid_parameter",
        "when": "when `options[sort]` is not known"
      }
    ],
    "example": "parentid=27&depth=1&options[include_starter]=1"
  },
  {
    "class": "node",
    "method": "listNodeFullContent",
    "file": "services/node/lists.ts",
    "mode": "readonly",
    "doc": "Lists what lies below a node with all its content: see listNodeContent.",
    "parameters": [
      {
        "name": "parentid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "page",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "1",
        "doc": "from 1 on; a page past the end is empty"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "20",
        "doc": "at most the option `maxperpage`; 0 for 20"
      },
      {
        "name": "depth",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "1 for direct children, 2 for theirs as well, and so on; 0 for all below"
      },
      {
        "name": "contenttypeid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "0 for every type"
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "ListOptions",
          "fields": [
            {
              "name": "sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "activity",
                  "newest",
                  "oldest"
                ]
              },
              "optional": true,
              "doc": "`activity` (sticky topics first, then the latest activity), `newest` or `oldest`."
            },
            {
              "name": "include_starter",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Begin with the parent itself, as a page that shows a whole topic does."
            },
            {
              "name": "contenttypeid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Only this type."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "readonly FullContent[]",
    "returnsDoc": "the nodes in the list's order",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "invalid_parameter",
        "when": "when `options[sort]` is not known"
      }
    ],
    "example": "parentid=14&page=1&perpage=10&depth=1"
  },
  {
    "class": "node",
    "method": "listNodeFullContentCount",
    "file": "services/node/lists.ts",
    "mode": "readonly",
    "doc": "Counts what listNodeFullContent lists on all its pages.",
    "parameters": [
      {
        "name": "parentid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "page",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "1",
        "doc": "has no effect: all pages are counted"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "20",
        "doc": "has no effect: all pages are counted"
      },
      {
        "name": "depth",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0"
      },
      {
        "name": "contenttypeid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0"
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "ListOptions",
          "fields": [
            {
              "name": "sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "activity",
                  "newest",
                  "oldest"
                ]
              },
              "optional": true,
              "doc": "`activity` (sticky topics first, then the latest activity), `newest` or `oldest`."
            },
            {
              "name": "include_starter",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Begin with the parent itself, as a page that shows a whole topic does."
            },
            {
              "name": "contenttypeid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Only this type."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "number",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "parentid=14&depth=1"
  },
  {
    "class": "node",
    "method": "getAlbums",
    "file": "services/node/lists.ts",
    "mode": "readonly",
    "doc": "Lists albums, the newest first: those of the member who wrote a node, or with the channel of albums everybody's.\nAmong his own the caller also finds those that are private or wait for approval. See profile.getAlbum for a member's\nby his userid.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "an album or any other post; the channel of albums, or 0 for it"
      },
      {
        "name": "page",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "1",
        "doc": "from 1 on; a page past the end is empty"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "20",
        "doc": "at most the option `maxperpage`; 0 for 20"
      }
    ],
    "required": 1,
    "returns": "readonly Album[]",
    "returnsDoc": "the albums in the list's order, each with its first photo; none for a post by a guest",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=0"
  },
  {
    "class": "node",
    "method": "fetchActivity",
    "file": "services/node/lists.ts",
    "mode": "readonly",
    "doc": "Lists the newest posts of the board, or of a member.",
    "parameters": [
      {
        "name": "params",
        "type": {
          "kind": "fields",
          "name": "ActivityParams",
          "fields": [
            {
              "name": "userid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "A member; 0 for the whole board."
            },
            {
              "name": "sort",
              "type": {
                "kind": "oneOf",
                "values": [
                  "sort_recent",
                  "sort_popular",
                  "sort_oldest",
                  "sort_featured"
                ]
              },
              "optional": true,
              "doc": "`sort_recent`, `sort_oldest`, `sort_popular` (the last month unless `date` says more) or `sort_featured`."
            },
            {
              "name": "filter_source",
              "type": {
                "kind": "oneOf",
                "values": [
                  "source_all",
                  "source_user",
                  "source_vm"
                ]
              },
              "optional": true,
              "doc": "`source_all` (of and to the member), `source_user` (what he wrote) or `source_vm` (visitor messages to him)."
            },
            {
              "name": "filter_show",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "`show_all`, or a content type such as `Text`."
            },
            {
              "name": "date",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "daily",
                  "weekly",
                  "monthly"
                ]
              },
              "optional": true,
              "doc": "For ever when left out; `sort_popular` then takes `monthly`."
            },
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "readonly FullContent[]",
    "returnsDoc": "the nodes in the list's order",
    "throws": [
      {
        "id": "invalid_parameter",
        "when": "when a filter is not known"
      }
    ],
    "example": "params[userid]=3&params[filter_source]=source_user"
  },
  {
    "class": "node",
    "method": "markRead",
    "file": "services/node/marks.ts",
    "mode": "transaction",
    "doc": "Marks a topic or channel as read, and the caller's notifications about what was read there.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "readtime",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "Unix seconds, for a topic read up to there; 0 for now"
      },
      {
        "name": "readid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "of the second `readtime`, up to which node; 0 for all that there are now"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids marked",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "node",
    "method": "markReadMultiple",
    "file": "services/node/marks.ts",
    "mode": "transaction",
    "doc": "Marks several topics or channels as read, and the caller's notifications about what was read there; a mark on a\nchannel is one for all below it. Those that the caller may\nnot see are left out, as if they did not exist.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids marked",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=27&nodeids[]=28"
  },
  {
    "class": "node",
    "method": "markUnreadMultiple",
    "file": "services/node/marks.ts",
    "mode": "transaction",
    "doc": "Marks several topics or channels as unread: what the caller has read of each is forgotten. A topic whose channel was\nmarked as read since stays read with it.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids that are unread now",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=27&nodeids[]=28"
  },
  {
    "class": "node",
    "method": "markChannelsRead",
    "file": "services/node/marks.ts",
    "mode": "transaction",
    "doc": "Marks a channel with all below it as read, at one stroke.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "0 for the whole board"
      }
    ],
    "required": 0,
    "returns": "number[]",
    "returnsDoc": "the channels that are read now",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel for the caller"
      }
    ],
    "example": "nodeid=14"
  },
  {
    "class": "node",
    "method": "getNodeReadTime",
    "file": "services/node/marks.ts",
    "mode": "readonly",
    "doc": "Up to when a node counts as read for the caller: the latest mark on it and on what it lies in, and never longer ago\nthan the option `markinglimit` says.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "ReadTime",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "node",
    "method": "getFirstChildAfterTime",
    "file": "services/node/marks.ts",
    "mode": "readonly",
    "doc": "Finds the first child of a node after a point in time, to jump to what is unread: see getNodeReadTime.",
    "parameters": [
      {
        "name": "parentNodeId",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a topic, for its replies; or a channel or reply"
      },
      {
        "name": "timeStamp",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "Unix seconds"
      }
    ],
    "required": 2,
    "returns": "FoundChild",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "parentNodeId=27&timeStamp=0"
  },
  {
    "class": "node",
    "method": "fetchUnreadCounts",
    "file": "services/node/marks.ts",
    "mode": "readonly",
    "doc": "Counts what is new for the caller in channels and topics, for badges, and tells where to go on reading. Ours: vBulletin has no method for it. A\nchannel counts among its 500 topics with the newest posts. Those that the caller may not see are left out.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      }
    ],
    "required": 1,
    "returns": "UnreadMap",
    "returnsDoc": "by node",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=14&nodeids[]=27"
  },
  {
    "class": "node",
    "method": "incrementNodeview",
    "file": "services/node/marks.ts",
    "mode": "readonly",
    "doc": "Notes that somebody looks at a topic. Reading its full content does so, too; within a quarter of an hour the same\ncaller counts once. The number, `content.views`, follows some seconds later.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a topic, or a post in it"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such topic for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "node",
    "method": "mergeTopics",
    "file": "services/node/merge.ts",
    "mode": "transaction",
    "doc": "Merges topics into another: their posts become its replies, and keep their authors and dates. Who followed them\nfollows it, and it has their tags, too. A topic of text gets the first poll that showed among them, with its votes;\na topic that is more keeps what it is, and theirs stay with their posts.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "the topics; the other may be among them"
      },
      {
        "name": "targetnodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the topic that stays"
      },
      {
        "name": "leaveRedirectData",
        "type": {
          "kind": "fields",
          "name": "LeaveRedirectData",
          "fields": [
            {
              "name": "leave_redirect",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "1 leaves a redirect to the topic in its old channel."
            },
            {
              "name": "expires",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When the redirect goes, Unix seconds; 0 for never."
            }
          ]
        },
        "optional": true,
        "default": "{}",
        "doc": "what stays in the place of the others, if everybody sees them"
      }
    ],
    "required": 2,
    "returns": "number[]",
    "returnsDoc": "the ids that are topics no more",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not manage topics in one of the channels"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when one of them is no topic, there is only one or too many, or the redirect's time is over"
      }
    ],
    "example": "nodeids[]=31&nodeids[]=27&targetnodeid=27",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "mergePosts",
    "file": "services/node/merge.ts",
    "mode": "transaction",
    "doc": "Merges posts of one topic into one of them, which keeps its author, date and place, and gets what is attached to\nthe others and what lies below them. The others are gone for good.",
    "parameters": [
      {
        "name": "input",
        "type": {
          "kind": "fields",
          "name": "MergePostsInput",
          "fields": [
            {
              "name": "mergePosts",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "uint"
                }
              },
              "optional": false,
              "doc": "All of them."
            },
            {
              "name": "destnodeid",
              "type": {
                "kind": "uint"
              },
              "optional": false,
              "doc": "The one of them that stays, with its author, date and place."
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Its new text in BBCode; else the texts of all, the oldest first."
            },
            {
              "name": "title",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Its new title; else it keeps its own."
            }
          ]
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "MergedPosts",
    "returnsDoc": "the post that stays",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not edit and remove posts there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "missing_content",
        "when": "when the new text is empty"
      },
      {
        "id": "text_too_long",
        "when": "past the option `postmaxchars`"
      },
      {
        "id": "title_required",
        "when": "when a topic would lose its title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "invalid_data",
        "when": "when these posts cannot be merged so, there is only one, or there are too many"
      }
    ],
    "example": "input[mergePosts][]=27&input[mergePosts][]=28&input[destnodeid]=27",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "deleteNodes",
    "file": "services/node/moderate.ts",
    "mode": "transaction",
    "doc": "Deletes nodes with all below them: topics, replies and comments, or channels by an administrator. Either all are\ndeleted or none.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      },
      {
        "name": "hard",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "for good; otherwise they are hidden, and moderators still see them"
      },
      {
        "name": "reason",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "kept with a hidden node"
      },
      {
        "name": "modlog",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "has no effect: the log always tells of it"
      },
      {
        "name": "reportspam",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the board reports to nobody outside"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids deleted",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not delete one of them"
      },
      {
        "id": "invalid_data",
        "when": "when the reason is too long, or there are too many nodes"
      }
    ],
    "example": "nodeids[]=28&hard=0&reason=Off topic",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "openNode",
    "file": "services/node/moderate.ts",
    "mode": "transaction",
    "doc": "Opens closed topics.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not open one of them"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many nodes"
      }
    ],
    "example": "nodeid=27",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "closeNode",
    "file": "services/node/moderate.ts",
    "mode": "transaction",
    "doc": "Closes topics: nobody but a moderator may reply any more.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not close one of them"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many nodes"
      }
    ],
    "example": "nodeid=27",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "canOpenCloseNode",
    "file": "services/node/moderate.ts",
    "mode": "readonly",
    "doc": "Whether the caller may open and close a node.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "node",
    "method": "undeleteNodes",
    "file": "services/node/moderate.ts",
    "mode": "transaction",
    "doc": "Takes soft deletions back. What below a node was deleted by itself stays deleted.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids that were deleted, and are there again",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not delete posts there"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many nodes"
      }
    ],
    "example": "nodeids[]=28",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "setSticky",
    "file": "services/node/moderate.ts",
    "mode": "transaction",
    "doc": "Makes topics sticky: they come first in their channel.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      },
      {
        "name": "stick",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "false: they come where their activity puts them"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not manage topics there"
      },
      {
        "id": "invalid_data",
        "when": "when one of them is no topic, or there are too many"
      }
    ],
    "example": "nodeids[]=27",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "unsetSticky",
    "file": "services/node/moderate.ts",
    "mode": "transaction",
    "doc": "Makes topics sticky no more.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not manage topics there"
      },
      {
        "id": "invalid_data",
        "when": "when one of them is no topic, or there are too many"
      }
    ],
    "example": "nodeids[]=27",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "setFeatured",
    "file": "services/node/moderate.ts",
    "mode": "transaction",
    "doc": "Features topics and posts: lists and searches can ask for what is featured.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      },
      {
        "name": "set",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "false: they are featured no more"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not feature posts there"
      },
      {
        "id": "invalid_data",
        "when": "when one of them is a channel, or there are too many"
      }
    ],
    "example": "nodeids[]=27",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "setUnFeatured",
    "file": "services/node/moderate.ts",
    "mode": "transaction",
    "doc": "Features topics and posts no more.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      }
    ],
    "required": 1,
    "returns": "number[]",
    "returnsDoc": "the ids",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not feature posts there"
      },
      {
        "id": "invalid_data",
        "when": "when one of them is a channel, or there are too many"
      }
    ],
    "example": "nodeids[]=27",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "moveNodes",
    "file": "services/node/move.ts",
    "mode": "transaction",
    "doc": "Moves nodes with all below them: topics to another channel, replies and comments to another topic or reply, and\nwith `makeTopic` to a channel, where they become a topic; channels by an administrator. What lies below another\nnode of the list goes with it. Either all are moved or none. Messages can leave a profile, and are that member's no\nmore; nothing comes onto one, or into an album.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas"
      },
      {
        "name": "to_parent",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the channel, topic or reply"
      },
      {
        "name": "makeTopic",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "of the posts the oldest becomes a topic, and the others its replies"
      },
      {
        "name": "newtitle",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "the new topic's title; else the oldest post keeps its own. Required for messages that leave a profile"
      },
      {
        "name": "modlog",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "has no effect: the log always tells of it"
      },
      {
        "name": "leaveRedirectData",
        "type": {
          "kind": "fields",
          "name": "LeaveRedirectData",
          "fields": [
            {
              "name": "leave_redirect",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "1 leaves a redirect to the topic in its old channel."
            },
            {
              "name": "expires",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "When the redirect goes, Unix seconds; 0 for never."
            }
          ]
        },
        "optional": true,
        "default": "{}",
        "doc": "what stays in the place of topics that everybody sees"
      }
    ],
    "required": 2,
    "returns": "number[]",
    "returnsDoc": "the ids moved",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them, or the new parent, is not there for the caller"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not move one of them, or may not move to that place"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "category_takes_no_topics",
        "when": "when the channel is a category"
      },
      {
        "id": "title_required",
        "when": "when the new topic would have no title"
      },
      {
        "id": "title_too_long",
        "when": "past the option `titlemaxchars`"
      },
      {
        "id": "invalid_data",
        "when": "when such nodes cannot be there, there are too many, or the redirect's time is over"
      }
    ],
    "example": "nodeids[]=27&to_parent=14",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "getNode",
    "file": "services/node/read.ts",
    "mode": "readonly",
    "doc": "Reads one node.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the node"
      },
      {
        "name": "withParents",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "adds `parents`, the nearest first"
      },
      {
        "name": "withJoinableContent",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "adds `attachments` by their ids, where the caller may get them"
      }
    ],
    "required": 1,
    "returns": "NodeWithParents",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27&withParents=1"
  },
  {
    "class": "node",
    "method": "getNodes",
    "file": "services/node/read.ts",
    "mode": "readonly",
    "doc": "Reads several nodes. Those that the caller may not see are left out, as if they did not exist.",
    "parameters": [
      {
        "name": "nodeList",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "node ids"
      },
      {
        "name": "withJoinableContent",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "adds `attachments` by their ids, where the caller may get them"
      }
    ],
    "required": 1,
    "returns": "NodeMap",
    "returnsDoc": "the nodes by id",
    "throws": [
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeList[]=27&nodeList[]=28"
  },
  {
    "class": "node",
    "method": "getNodeContent",
    "file": "services/node/read.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content: see getNodeFullContent.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "contenttypeid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the node's own type is known"
      },
      {
        "name": "options",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "{}",
        "doc": "has no effect: the node comes with all there is"
      }
    ],
    "required": 1,
    "returns": "ContentMap",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "node",
    "method": "getNodeFullContent",
    "file": "services/node/read.ts",
    "mode": "readonly",
    "doc": "Reads a node with its content, its author, topic and channel, and what the caller may do.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "contenttypeid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the node's own type is known"
      },
      {
        "name": "options",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "{}",
        "doc": "has no effect: the node comes with all there is"
      }
    ],
    "required": 1,
    "returns": "ContentMap",
    "returnsDoc": "the node by its id: one member",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "node",
    "method": "getFullContentforNodes",
    "file": "services/node/read.ts",
    "mode": "readonly",
    "doc": "Reads several nodes with their content, under the keys that the caller gave. Those that he may not see are left out.",
    "parameters": [
      {
        "name": "nodeList",
        "type": {
          "kind": "keyed",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "node ids, each under a key; in a list 0, 1 and so on"
      }
    ],
    "required": 1,
    "returns": "KeyedContents",
    "returnsDoc": "the nodes by key, in the order of the list; a list when the keys are 0, 1 and so on. Where some of a list are left out, it is one from `api_v` 100 on, and below an object with the keys of the others",
    "throws": [
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeList[]=27&nodeList[]=28"
  },
  {
    "class": "node",
    "method": "getContentforNodes",
    "file": "services/node/read.ts",
    "mode": "readonly",
    "doc": "Reads several nodes with their content, by their ids. Those that the caller may not see are left out.",
    "parameters": [
      {
        "name": "nodeList",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "node ids"
      },
      {
        "name": "options",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "struct"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the nodes come with all there is"
      }
    ],
    "required": 1,
    "returns": "ContentMap",
    "returnsDoc": "the nodes by id, in the order of the list",
    "throws": [
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeList[]=27&nodeList[]=28"
  },
  {
    "class": "node",
    "method": "getOptions",
    "file": "services/node/read.ts",
    "mode": "readonly",
    "doc": "The options that nodes may have: their names and bits.",
    "parameters": [],
    "required": 0,
    "returns": "Readonly<Record<string, number>>",
    "throws": []
  },
  {
    "class": "node",
    "method": "deleteNodesAsSpam",
    "file": "services/node/spam.ts",
    "mode": "transaction",
    "doc": "Deletes posts with all below them as deleteNodes does; with `deleteother` also the authors' other posts where the\ncaller moderates, and with `banusers` it bans the authors as user.banUsers does. All of it happens, or nothing.\n\nOf the other posts the newest 100 go with one call. While the answer says `more`, call again with `userids` and\nwithout `nodeids`.",
    "parameters": [
      {
        "name": "nodeids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "ids, as a list or separated by commas"
      },
      {
        "name": "userids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "the members, at most 100; without any the authors of the nodes. Guests are passed over"
      },
      {
        "name": "hard",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "for good; otherwise posts are hidden, and moderators still see them"
      },
      {
        "name": "reason",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "kept with hidden posts"
      },
      {
        "name": "deleteother",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false"
      },
      {
        "name": "banusers",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false"
      },
      {
        "name": "banusergroupid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "a usergroup of banned members (`usergroup.fetchBannedUsergroups`), required with `banusers`"
      },
      {
        "name": "period",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "'PERMANENT'",
        "doc": "`D_7` in days, `W_2` in weeks, `M_1` in months, `Y_1` in years, or `PERMANENT`"
      },
      {
        "name": "banreason",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "is told to the banned members"
      },
      {
        "name": "report",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the board reports to nobody outside"
      }
    ],
    "required": 0,
    "returns": "SpamDeletion",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when one of them is not there for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not delete one of them, moderates no posts, or may not ban these members"
      },
      {
        "id": "invalid_user_specified",
        "when": "when a member who is to be banned does not exist"
      },
      {
        "id": "invalid_parameter",
        "when": "when there are too many members, or none to ban"
      },
      {
        "id": "invalid_data",
        "when": "when a reason is too long, one of them is a channel, there are too many, or the usergroup or the period cannot be used (its name)"
      }
    ],
    "example": "nodeids[]=28&hard=0&reason=Spam",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "fetchModLogs",
    "file": "services/node/staff.ts",
    "mode": "readonly",
    "doc": "Reads what moderators have done to a post, or in a channel and all below it; the latest first. Of channels below\nthose are told of where the caller moderates posts; to administrators the root tells of all, also of what was in\nchannels that are gone.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "page",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "1",
        "doc": "ours: from 1 on"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "20",
        "doc": "ours: at most the option `maxperpage`"
      }
    ],
    "required": 1,
    "returns": "ModLogEntry[]",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "no_permission",
        "when": "when the caller moderates no posts there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ],
    "example": "nodeid=14",
    "caller": "mod"
  },
  {
    "class": "node",
    "method": "fetchModerators",
    "file": "services/node/staff.ts",
    "mode": "readonly",
    "doc": "Ours: the members who moderate a channel themselves, there or above. Those whose usergroup moderates are not\namong them.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "ChannelModerator[]",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel for the caller"
      }
    ],
    "example": "nodeid=14"
  },
  {
    "class": "node",
    "method": "setModerator",
    "file": "services/node/staff.ts",
    "mode": "transaction",
    "doc": "Ours: makes a member a moderator of a channel and all below it, or changes what he may do there. He moderates\nwhere he may enter.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the channel"
      },
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "permissions",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "names such as `canmoderateposts`; without any he is a moderator there no more"
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "no_permission",
        "when": "for all but administrators"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      },
      {
        "id": "invalid_data",
        "when": "when there is no such permission"
      }
    ],
    "example": "nodeid=14&userid=3&permissions[]=canmoderateposts",
    "caller": "admin"
  },
  {
    "class": "node",
    "method": "setNodeOptions",
    "file": "services/node/staff.ts",
    "mode": "transaction",
    "doc": "Sets the options of a channel, such as whether posts in it wait for approval.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "textOrStruct"
        },
        "optional": false,
        "doc": "a number of bits for all options, or options by name and 0 or 1 for those that change: `moderate_topics`, `moderate_comments`, …"
      }
    ],
    "required": 2,
    "returns": "number",
    "returnsDoc": "the options as bits",
    "throws": [
      {
        "id": "no_permission",
        "when": "for all but administrators"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel"
      },
      {
        "id": "invalid_data",
        "when": "when there is no such option"
      }
    ],
    "example": "nodeid=14&options[moderate_topics]=1",
    "caller": "admin"
  },
  {
    "class": "nodevote",
    "method": "voteNode",
    "file": "services/nodevote.ts",
    "mode": "transaction",
    "doc": "Votes for a post. Voting again with the same type changes nothing.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "votetypeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "from `reactions.fetchEnabledReactionsList`; 1 is the like"
      }
    ],
    "required": 2,
    "returns": "VoteResult",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "invalid_data",
        "when": "when there is no such type"
      },
      {
        "id": "no_permission",
        "when": "when it is his own, or he may not rate there"
      }
    ],
    "example": "nodeid=28&votetypeid=1"
  },
  {
    "class": "nodevote",
    "method": "unvoteNode",
    "file": "services/nodevote.ts",
    "mode": "transaction",
    "doc": "Takes a vote back. Where there is none, nothing changes.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "votetypeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "from `reactions.fetchEnabledReactionsList`; 1 is the like"
      }
    ],
    "required": 2,
    "returns": "UnvoteResult",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "invalid_data",
        "when": "when there is no such type"
      }
    ],
    "example": "nodeid=27&votetypeid=1"
  },
  {
    "class": "notification",
    "method": "fetchNotificationsForCurrentUser",
    "file": "services/notification.ts",
    "mode": "readonly",
    "doc": "Lists the caller's notifications.",
    "parameters": [
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "NotificationQuery",
          "fields": [
            {
              "name": "sortDir",
              "type": {
                "kind": "oneOf",
                "values": [
                  "asc",
                  "desc"
                ]
              },
              "optional": true,
              "doc": "`desc`, the newest first, when left out."
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "20 when left out; at most the option `maxperpage`."
            },
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "showdetail",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Adds `previewtext`."
            },
            {
              "name": "about",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "content",
                  "visitormessage",
                  "nodeaction",
                  "pollvote",
                  "userrelation"
                ]
              },
              "optional": true,
              "doc": "A category; `all` when left out."
            },
            {
              "name": "typename",
              "type": {
                "kind": "oneOf",
                "values": [
                  "reply",
                  "comment",
                  "threadcomment",
                  "usermention",
                  "quote",
                  "subscription",
                  "vm",
                  "rate",
                  "vote",
                  "follow",
                  "following"
                ]
              },
              "optional": true,
              "doc": "One type; every type when left out."
            },
            {
              "name": "readFilter",
              "type": {
                "kind": "oneOf",
                "values": [
                  "unread_only",
                  "read_only",
                  "*"
                ]
              },
              "optional": true,
              "doc": "`unread_only` when left out; `*` for all."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "readonly NotificationAnswer[]",
    "returnsDoc": "them in the list's order",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_parameter",
        "when": "when a choice is not known"
      }
    ],
    "example": "data[perpage]=10"
  },
  {
    "class": "notification",
    "method": "fetchUnreadCount",
    "file": "services/notification.ts",
    "mode": "readonly",
    "doc": "Counts the caller's unread notifications. Ours: vBulletin counts them elsewhere.",
    "parameters": [],
    "required": 0,
    "returns": "number",
    "returnsDoc": "at most 1000",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      }
    ]
  },
  {
    "class": "notification",
    "method": "dismissNotification",
    "file": "services/notification.ts",
    "mode": "transaction",
    "doc": "Marks notifications as read.",
    "parameters": [
      {
        "name": "readIds",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas; those of others are left alone"
      },
      {
        "name": "idsOnPage",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "what the client shows, so that it is not sent again"
      },
      {
        "name": "filterParams",
        "type": {
          "kind": "fields",
          "name": "NotificationQuery",
          "fields": [
            {
              "name": "sortDir",
              "type": {
                "kind": "oneOf",
                "values": [
                  "asc",
                  "desc"
                ]
              },
              "optional": true,
              "doc": "`desc`, the newest first, when left out."
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "20 when left out; at most the option `maxperpage`."
            },
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "showdetail",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Adds `previewtext`."
            },
            {
              "name": "about",
              "type": {
                "kind": "oneOf",
                "values": [
                  "all",
                  "content",
                  "visitormessage",
                  "nodeaction",
                  "pollvote",
                  "userrelation"
                ]
              },
              "optional": true,
              "doc": "A category; `all` when left out."
            },
            {
              "name": "typename",
              "type": {
                "kind": "oneOf",
                "values": [
                  "reply",
                  "comment",
                  "threadcomment",
                  "usermention",
                  "quote",
                  "subscription",
                  "vm",
                  "rate",
                  "vote",
                  "follow",
                  "following"
                ]
              },
              "optional": true,
              "doc": "One type; every type when left out."
            },
            {
              "name": "readFilter",
              "type": {
                "kind": "oneOf",
                "values": [
                  "unread_only",
                  "read_only",
                  "*"
                ]
              },
              "optional": true,
              "doc": "`unread_only` when left out; `*` for all."
            }
          ]
        },
        "optional": true,
        "default": "{}",
        "doc": "how the client's page is filtered"
      },
      {
        "name": "skipFetch",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "asks for nothing to fill the page up with"
      },
      {
        "name": "userid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "others than the caller only for administrators"
      }
    ],
    "required": 1,
    "returns": "Dismissal",
    "returnsDoc": "how many were unread, and the next notification that belongs on the page",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the notifications are not the caller's"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      },
      {
        "id": "invalid_parameter",
        "when": "when a choice is not known"
      }
    ],
    "example": "readIds=1&skipFetch=1"
  },
  {
    "class": "notification",
    "method": "dismissAllNotifications",
    "file": "services/notification.ts",
    "mode": "transaction",
    "doc": "Marks all notifications as read.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "others than the caller only for administrators"
      }
    ],
    "required": 0,
    "returns": "AffectedRows",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the notifications are not the caller's"
      }
    ]
  },
  {
    "class": "notification",
    "method": "deleteNotification",
    "file": "services/notification.ts",
    "mode": "transaction",
    "doc": "Deletes notifications.",
    "parameters": [
      {
        "name": "notificationids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "ids, as a list or separated by commas; those of others are left alone"
      },
      {
        "name": "userid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "others than the caller only for administrators"
      }
    ],
    "required": 1,
    "returns": "AffectedRows",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "when the notifications are not the caller's"
      },
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "notificationids=1"
  },
  {
    "class": "notification",
    "method": "unsubscribeFromNotification",
    "file": "services/notification.ts",
    "mode": "transaction",
    "doc": "Asks not to be told of new replies and comments in the topic of a node any more, whether the caller follows it or\nwrote in it. Of mentions and quotes he is still told.",
    "parameters": [
      {
        "name": "sentbynodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the node that a notification was about"
      }
    ],
    "required": 1,
    "returns": "Unsubscription",
    "returnsDoc": "an id to undo it with",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller, or it is a channel"
      }
    ],
    "example": "sentbynodeid=27"
  },
  {
    "class": "notification",
    "method": "undoUnsubscribe",
    "file": "services/notification.ts",
    "mode": "transaction",
    "doc": "Undoes unsubscribeFromNotification: the topic is followed again if it was before.",
    "parameters": [
      {
        "name": "undoid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "from unsubscribeFromNotification"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when there is nothing of the caller's to undo"
      }
    ],
    "example": "undoid=2"
  },
  {
    "class": "options",
    "method": "fetch",
    "file": "services/options.ts",
    "mode": "readonly",
    "doc": "Reads groups of options: `options`, which `publicoptions` is another name of, and `miscoptions` (there are none).\nOther groups are left out, as are options that are not public.",
    "parameters": [
      {
        "name": "options",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "['options', 'miscoptions']",
        "doc": "the names of groups; all groups when left out"
      }
    ],
    "required": 0,
    "returns": "Record<string, OptionValues>",
    "returnsDoc": "each group asked for, with its options by name; `publicoptions` under the name `options`",
    "throws": [],
    "example": "options[]=options"
  },
  {
    "class": "options",
    "method": "fetchValues",
    "file": "services/options.ts",
    "mode": "readonly",
    "doc": "Reads options by name. Names that are unknown or not public are left out.",
    "parameters": [
      {
        "name": "options",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": false,
        "doc": "the names"
      }
    ],
    "required": 1,
    "returns": "OptionValues",
    "returnsDoc": "the options by name",
    "throws": [],
    "example": "options[]=bbtitle&options[]=bbactive"
  },
  {
    "class": "phrase",
    "method": "fetch",
    "file": "services/phrase.ts",
    "mode": "readonly",
    "doc": "Reads phrases; `{1}`, `{2}`, … stand where their arguments go.",
    "parameters": [
      {
        "name": "phrases",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": false,
        "doc": "names; those that are not known are left out"
      },
      {
        "name": "languageid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "0 for the caller's own language"
      }
    ],
    "required": 1,
    "returns": "PhraseTexts",
    "throws": [],
    "example": "phrases[]=no_permission&phrases[]=badlogin"
  },
  {
    "class": "phrase",
    "method": "fetchByGroup",
    "file": "services/phrase.ts",
    "mode": "readonly",
    "doc": "Reads all phrases of groups.",
    "parameters": [
      {
        "name": "groups",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": false,
        "doc": "`error`, `feature`, `global`, `page`, `emailsubject`, `emailbody`; others are left out"
      },
      {
        "name": "languageid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "0 for the caller's own language"
      }
    ],
    "required": 1,
    "returns": "PhraseTexts",
    "throws": [],
    "example": "groups[]=error"
  },
  {
    "class": "phrase",
    "method": "getPhrases",
    "file": "services/phrase.ts",
    "mode": "readonly",
    "doc": "Reads phrases, as `phrase.fetch` does.",
    "parameters": [
      {
        "name": "phrases",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": false,
        "doc": "names; those that are not known are left out"
      },
      {
        "name": "languageid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "0 for the caller's own language"
      }
    ],
    "required": 1,
    "returns": "PhraseAnswer",
    "throws": [],
    "example": "phrases[]=no_permission"
  },
  {
    "class": "phrase",
    "method": "renderPhrases",
    "file": "services/phrase.ts",
    "mode": "readonly",
    "doc": "Turns phrases with their arguments into texts: an entry of an answer's `errors`, for example.",
    "parameters": [
      {
        "name": "phrases",
        "type": {
          "kind": "struct"
        },
        "optional": false,
        "doc": "each a name, or a list of a name and its arguments"
      },
      {
        "name": "languageid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "0 for the caller's own language"
      }
    ],
    "required": 1,
    "returns": "PhraseAnswer",
    "returnsDoc": "texts by the keys of the list; what is not known is left out",
    "throws": [],
    "example": "phrases[0][]=postfloodcheck&phrases[0][]=15&phrases[0][]=7"
  },
  {
    "class": "phrase",
    "method": "getLanguageid",
    "file": "services/phrase.ts",
    "mode": "readonly",
    "doc": "The language in which the caller gets texts: the one that he has chosen; else the best of those that his client\nnames in the header `Accept-Language`; else the board's.",
    "parameters": [
      {
        "name": "getCharset",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "true for its character set, too"
      }
    ],
    "required": 0,
    "returns": "LanguageAnswer",
    "throws": []
  },
  {
    "class": "posthistory",
    "method": "canViewPostHistory",
    "file": "services/posthistory.ts",
    "mode": "readonly",
    "doc": "Tells whether the caller may know what a post said before: its author, and who may edit posts there.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      }
    ],
    "example": "nodeid=29"
  },
  {
    "class": "posthistory",
    "method": "fetchHistory",
    "file": "services/posthistory.ts",
    "mode": "readonly",
    "doc": "Reads two versions of a post with their texts.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "id1",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "the `postedithistoryid` of one; 0 for the version before the other"
      },
      {
        "name": "id2",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "of the other; 0 for the newest"
      }
    ],
    "required": 1,
    "returns": "Version[]",
    "returnsDoc": "the older one first; nothing when the post has not been edited",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "no_permission",
        "when": "when it is not their own and they may not edit posts there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_version",
        "when": "when there is no such version"
      }
    ],
    "example": "nodeid=29"
  },
  {
    "class": "posthistory",
    "method": "fetchHistoryComparison",
    "file": "services/posthistory.ts",
    "mode": "readonly",
    "doc": "Reads two versions of a post, to be compared: see content_text.compareVersions.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "oldpost",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "the `postedithistoryid` of the one; 0 for the version before the other"
      },
      {
        "name": "newpost",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "of the other; 0 for the newest"
      }
    ],
    "required": 1,
    "returns": "VersionComparison",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "no_permission",
        "when": "when it is not their own and they may not edit posts there"
      },
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_version",
        "when": "when there is no such version"
      }
    ],
    "example": "nodeid=29"
  },
  {
    "class": "profile",
    "method": "upload",
    "file": "services/profile/avatar.ts",
    "mode": "steps",
    "doc": "Makes an uploaded picture the avatar: a square of it, made as small as the option `avatarmaxdimension`. A GIF or\nWebP that moves goes on moving, as long as the avatar has no more bytes than `avatarmaxbytes`.",
    "parameters": [
      {
        "name": "file",
        "type": {
          "kind": "file"
        },
        "optional": false,
        "doc": "a picture (JPEG, PNG, GIF, WebP, AVIF, HEIC)"
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "CropData",
          "fields": [
            {
              "name": "x1",
              "type": {
                "kind": "int"
              },
              "optional": true,
              "doc": "From the left."
            },
            {
              "name": "y1",
              "type": {
                "kind": "int"
              },
              "optional": true,
              "doc": "From the top."
            },
            {
              "name": "width",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "height",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "A square is cut: the shorter of both counts."
            }
          ]
        },
        "optional": true,
        "default": "{}",
        "doc": "which square"
      }
    ],
    "required": 1,
    "returns": "AvatarRecord",
    "returnsDoc": "the avatar",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "upload_stopped_by_extension",
        "when": "when neither its bytes nor its name are of a type that is taken"
      },
      {
        "id": "upload_file_exceeds_limit",
        "when": "past the option `avatarmaxbytes`"
      },
      {
        "id": "upload_exceeds_dimensions",
        "when": "when it has too many pixels"
      },
      {
        "id": "invalid_file",
        "when": "when it is empty, or no picture"
      },
      {
        "id": "invalid_file_data",
        "when": "when it is damaged, or its bytes are of no type that is taken"
      },
      {
        "id": "invalid_data",
        "when": "when the square lies outside the picture"
      },
      {
        "id": "upload_writefile_failed",
        "when": "when it could not be stored"
      }
    ]
  },
  {
    "class": "profile",
    "method": "uploadUrl",
    "file": "services/profile/avatar.ts",
    "mode": "steps",
    "doc": "Makes a picture from a URL the avatar: of a server on the public internet, on the usual ports, within ten seconds.",
    "parameters": [
      {
        "name": "url",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "http or https, without a password"
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "CropData",
          "fields": [
            {
              "name": "x1",
              "type": {
                "kind": "int"
              },
              "optional": true,
              "doc": "From the left."
            },
            {
              "name": "y1",
              "type": {
                "kind": "int"
              },
              "optional": true,
              "doc": "From the top."
            },
            {
              "name": "width",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "height",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "A square is cut: the shorter of both counts."
            }
          ]
        },
        "optional": true,
        "default": "{}",
        "doc": "which square"
      }
    ],
    "required": 1,
    "returns": "AvatarRecord",
    "returnsDoc": "the avatar",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_parameter",
        "when": "when it is not a web address"
      },
      {
        "id": "upload_file_failed",
        "when": "when it could not be fetched"
      },
      {
        "id": "upload_stopped_by_extension",
        "when": "when neither its bytes nor its name are of a type that is taken"
      },
      {
        "id": "upload_file_exceeds_limit",
        "when": "past the option `avatarmaxbytes`"
      },
      {
        "id": "upload_exceeds_dimensions",
        "when": "when it has too many pixels"
      },
      {
        "id": "invalid_file",
        "when": "when it is empty, or no picture"
      },
      {
        "id": "invalid_file_data",
        "when": "when it is damaged, or its bytes are of no type that is taken"
      },
      {
        "id": "invalid_data",
        "when": "when the square lies outside the picture"
      },
      {
        "id": "upload_writefile_failed",
        "when": "when it could not be stored"
      }
    ],
    "example": "url=https://example.org/picture.png"
  },
  {
    "class": "profile",
    "method": "cropFileData",
    "file": "services/profile/avatar.ts",
    "mode": "steps",
    "doc": "Makes a square of a picture that the caller has uploaded his avatar.",
    "parameters": [
      {
        "name": "filedataid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "from `content_attach.uploadProfilePicture`"
      },
      {
        "name": "data",
        "type": {
          "kind": "fields",
          "name": "CropData",
          "fields": [
            {
              "name": "x1",
              "type": {
                "kind": "int"
              },
              "optional": true,
              "doc": "From the left."
            },
            {
              "name": "y1",
              "type": {
                "kind": "int"
              },
              "optional": true,
              "doc": "From the top."
            },
            {
              "name": "width",
              "type": {
                "kind": "uint"
              },
              "optional": true
            },
            {
              "name": "height",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "A square is cut: the shorter of both counts."
            }
          ]
        },
        "optional": true,
        "default": "{}",
        "doc": "which square"
      }
    ],
    "required": 1,
    "returns": "AvatarRecord",
    "returnsDoc": "the avatar",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_filedata_id",
        "when": "when there is no such upload of the caller's"
      },
      {
        "id": "invalid_file",
        "when": "when it is no picture"
      },
      {
        "id": "invalid_file_data",
        "when": "when it is damaged"
      },
      {
        "id": "invalid_data",
        "when": "when the square lies outside the picture"
      },
      {
        "id": "upload_writefile_failed",
        "when": "when it could not be stored"
      }
    ],
    "example": "filedataid=5&data[x1]=0&data[y1]=0&data[width]=100&data[height]=100"
  },
  {
    "class": "profile",
    "method": "resetAvatar",
    "file": "services/profile/avatar.ts",
    "mode": "transaction",
    "doc": "Takes the own avatar back: a default one takes its place.",
    "parameters": [
      {
        "name": "type",
        "type": {
          "kind": "oneOf",
          "values": [
            "avatar"
          ]
        },
        "optional": true,
        "default": "'avatar'",
        "doc": "has no effect: there is one kind of picture"
      }
    ],
    "required": 0,
    "returns": "AvatarRecord",
    "returnsDoc": "the default avatar",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_parameter",
        "when": "when the type is not known"
      }
    ]
  },
  {
    "class": "profile",
    "method": "getDefaultAvatars",
    "file": "services/profile/avatar.ts",
    "mode": "readonly",
    "doc": "The avatars that every board has; the first is that of members without one.",
    "parameters": [],
    "required": 0,
    "returns": "DefaultAvatar[]",
    "throws": []
  },
  {
    "class": "profile",
    "method": "getAlbum",
    "file": "services/profile/media.ts",
    "mode": "readonly",
    "doc": "Reads one album with all its photos, or lists a member's, the newest first and each with its first photo. Among his own the caller also finds those that are private or\nwait for approval.",
    "parameters": [
      {
        "name": "filters",
        "type": {
          "kind": "fields",
          "name": "AlbumFilters",
          "fields": [
            {
              "name": "nodeid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "One album; the other filters do not count then."
            },
            {
              "name": "userid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Whose; the caller's when it is left out."
            },
            {
              "name": "page",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "From 1 on; a page past the end is empty."
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "20 when left out; at most the option `maxperpage`."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "AlbumPage",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such album for the caller"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks for his own"
      }
    ],
    "example": "filters[userid]=3"
  },
  {
    "class": "profile",
    "method": "fetchMedia",
    "file": "services/profile/media.ts",
    "mode": "readonly",
    "doc": "Lists the pictures that a member has posted, the newest first, or the videos: in galleries, albums and any other\nposts that the caller sees. Pictures are left out where he may get no attachments.",
    "parameters": [
      {
        "name": "mediaFilter",
        "type": {
          "kind": "fields",
          "name": "MediaFilter",
          "fields": [
            {
              "name": "userid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Whose; the caller's when it is left out."
            },
            {
              "name": "type",
              "type": {
                "kind": "oneOf",
                "values": [
                  "photo",
                  "video"
                ]
              },
              "optional": true,
              "doc": "`photo` when it is left out."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      },
      {
        "name": "page",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "1",
        "doc": "from 1 on; a page past the end is empty"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "12",
        "doc": "at most the option `maxperpage`; 0 for 12"
      },
      {
        "name": "params",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "struct"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the page and its length have parameters of their own"
      }
    ],
    "required": 0,
    "returns": "MediaPage",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks for his own"
      },
      {
        "id": "invalid_parameter",
        "when": "when the type is not known"
      }
    ],
    "example": "mediaFilter[userid]=3&mediaFilter[type]=photo"
  },
  {
    "class": "reactions",
    "method": "fetchEnabledReactionsList",
    "file": "services/reactions.ts",
    "mode": "readonly",
    "doc": "Lists the reactions that members may give.",
    "parameters": [],
    "required": 0,
    "returns": "ReactionList",
    "throws": []
  },
  {
    "class": "reactions",
    "method": "fetchReactionsForFooter",
    "file": "services/reactions.ts",
    "mode": "readonly",
    "doc": "Lists all reactions with what a post has got of each.",
    "parameters": [
      {
        "name": "conversation",
        "type": {
          "kind": "fields",
          "name": "FooterNode",
          "fields": [
            {
              "name": "nodeid",
              "type": {
                "kind": "uint"
              },
              "optional": false
            }
          ]
        },
        "optional": false,
        "doc": "the post, by its `nodeid`"
      }
    ],
    "required": 1,
    "returns": "ReactionFooter",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      }
    ],
    "example": "conversation[nodeid]=27"
  },
  {
    "class": "reactions",
    "method": "fetchWhovoted",
    "file": "services/reactions.ts",
    "mode": "readonly",
    "doc": "Lists who has given a post a reaction, at most the option `maxperpage`.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "votetypeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "from fetchEnabledReactionsList; 1 is the like"
      }
    ],
    "required": 2,
    "returns": "Voters",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "invalid_data",
        "when": "when there is no such type"
      }
    ],
    "example": "nodeid=27&votetypeid=1"
  },
  {
    "class": "reactions",
    "method": "voteNode",
    "file": "services/reactions.ts",
    "mode": "transaction",
    "doc": "Votes for a post. Voting again with the same type changes nothing.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "votetypeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "from `reactions.fetchEnabledReactionsList`; 1 is the like"
      }
    ],
    "required": 2,
    "returns": "VoteResult",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "invalid_data",
        "when": "when there is no such type"
      },
      {
        "id": "no_permission",
        "when": "when it is his own, or he may not rate there"
      }
    ],
    "example": "nodeid=28&votetypeid=1"
  },
  {
    "class": "reactions",
    "method": "unvoteNode",
    "file": "services/reactions.ts",
    "mode": "transaction",
    "doc": "Takes a vote back. Where there is none, nothing changes.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "votetypeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "from `reactions.fetchEnabledReactionsList`; 1 is the like"
      }
    ],
    "required": 2,
    "returns": "UnvoteResult",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "invalid_data",
        "when": "when there is no such type"
      }
    ],
    "example": "nodeid=27&votetypeid=1"
  },
  {
    "class": "reputation",
    "method": "vote",
    "file": "services/reputation.ts",
    "mode": "transaction",
    "doc": "Likes a post. Liking it again changes nothing.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "VotedNode",
    "returnsDoc": "the node as it is now",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
      {
        "id": "no_permission",
        "when": "when it is his own, or he may not rate there"
      }
    ],
    "example": "nodeid=28"
  },
  {
    "class": "reputation",
    "method": "unvote",
    "file": "services/reputation.ts",
    "mode": "transaction",
    "doc": "Takes a like back. Where there is none, nothing changes.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "VotedNode",
    "returnsDoc": "the node as it is now",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "route",
    "method": "getRoute",
    "file": "services/route.ts",
    "mode": "readonly",
    "doc": "Finds what an address shows, so that an app can open it. The addresses of vBulletin 3 and 4 are read, too.",
    "parameters": [
      {
        "name": "pathInfo",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "the address below the board's own: `topic/27-title`, `showthread.php`; or from the host on, as getNodeUrl gives it; or the whole of it. It may have its `?` and `#` with it"
      },
      {
        "name": "queryString",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "what follows its `?`: it comes before what `pathInfo` has of it"
      },
      {
        "name": "anchor",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "what follows its `#`: `post28` leads to a post"
      }
    ],
    "required": 1,
    "returns": "FoundRoute | false",
    "returnsDoc": "false when no page has this address, or it is another site's",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when the caller may not see what it shows"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      }
    ],
    "example": "pathInfo=topic/27-welcome&queryString=p=28"
  },
  {
    "class": "route",
    "method": "getNodeUrl",
    "file": "services/route.ts",
    "mode": "readonly",
    "doc": "The address of a channel, topic or post, below that of the board.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "a path, such as `/topic/27-title?p=28#post28`",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller, or it has no page as private messages have none"
      }
    ],
    "example": "nodeid=28"
  },
  {
    "class": "route",
    "method": "getAbsoluteNodeUrl",
    "file": "services/route.ts",
    "mode": "readonly",
    "doc": "The whole address of a channel, topic or post, for sharing: browsers show it to guests, as far as they may see it.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "string",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller, or it has no page as private messages have none"
      }
    ],
    "example": "nodeid=28"
  },
  {
    "class": "route",
    "method": "fetchLegacyThreadUrl",
    "file": "services/route.ts",
    "mode": "readonly",
    "doc": "The whole address of a topic. Ids of threads are ids of nodes here.",
    "parameters": [
      {
        "name": "threadId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "string",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such topic for the caller"
      }
    ],
    "example": "threadId=27"
  },
  {
    "class": "route",
    "method": "fetchLegacyPostUrl",
    "file": "services/route.ts",
    "mode": "readonly",
    "doc": "The whole address of a post. Ids of posts are ids of nodes here.",
    "parameters": [
      {
        "name": "postId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "string",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      }
    ],
    "example": "postId=28"
  },
  {
    "class": "search",
    "method": "getInitialResults",
    "file": "services/search/results.ts",
    "mode": "steps",
    "doc": "Searches, and reads the first results. The others come from getMoreResults.",
    "parameters": [
      {
        "name": "search_json",
        "type": {
          "kind": "textOrStruct"
        },
        "optional": false,
        "doc": "the search"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "20 when left out; at most the option `maxperpage`"
      },
      {
        "name": "pagenumber",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "from 1 on"
      },
      {
        "name": "getStarterInfo",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: each result names its topic"
      },
      {
        "name": "searchType",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "has no effect: what is searched is told by `search_json`"
      }
    ],
    "required": 1,
    "returns": "SearchResults",
    "throws": [
      {
        "id": "invalid_search",
        "when": "with the place of the mistake"
      },
      {
        "id": "no_permission",
        "when": "when the caller may search nowhere"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest may not"
      }
    ],
    "example": "search_json=%7B%22keywords%22%3A%22night+trains%22%7D&perpage=5"
  },
  {
    "class": "search",
    "method": "getInitialNodes",
    "file": "services/search/results.ts",
    "mode": "steps",
    "doc": "Searches, and gives the first ids. The others come from getMoreNodes.",
    "parameters": [
      {
        "name": "search_json",
        "type": {
          "kind": "textOrStruct"
        },
        "optional": false,
        "doc": "the search: see getInitialResults"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "20 when left out; at most the option `maxperpage`"
      },
      {
        "name": "pagenumber",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "from 1 on"
      },
      {
        "name": "getStarterInfo",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: these are ids alone"
      }
    ],
    "required": 1,
    "returns": "SearchNodes",
    "throws": [
      {
        "id": "invalid_search",
        "when": "with the place of the mistake"
      },
      {
        "id": "no_permission",
        "when": "when the caller may search nowhere"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest may not"
      }
    ],
    "example": "search_json[sort]=title&search_json[starter_only]=1"
  },
  {
    "class": "search",
    "method": "getSearchResult",
    "file": "services/search/results.ts",
    "mode": "steps",
    "doc": "Searches, and keeps the results for an hour.",
    "parameters": [
      {
        "name": "search_json",
        "type": {
          "kind": "textOrStruct"
        },
        "optional": false,
        "doc": "the search: see getInitialResults"
      },
      {
        "name": "searchType",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "has no effect: what is searched is told by `search_json`"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "the resultId for getMoreResults, getMoreNodes and getInfo",
    "throws": [
      {
        "id": "invalid_search",
        "when": "with the place of the mistake"
      },
      {
        "id": "no_permission",
        "when": "when the caller may search nowhere"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest may not"
      }
    ],
    "example": "search_json=%7B%22author%22%3A%22alice%22%7D"
  },
  {
    "class": "search",
    "method": "getMoreResults",
    "file": "services/search/results.ts",
    "mode": "readonly",
    "doc": "Reads a page of results that were kept. What the caller may no longer see is gone from pages and counts.",
    "parameters": [
      {
        "name": "resultId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "perpage",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "20 when left out; at most the option `maxperpage`"
      },
      {
        "name": "pagenumber",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "from 1 on; a page past the end is empty"
      },
      {
        "name": "getStarterInfo",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: each result names its topic"
      }
    ],
    "required": 1,
    "returns": "SearchResults",
    "throws": [
      {
        "id": "invalid_search_resultid",
        "when": "when there is no such result of this caller, or it has expired"
      }
    ],
    "example": "resultId=1&pagenumber=1"
  },
  {
    "class": "search",
    "method": "getMoreNodes",
    "file": "services/search/results.ts",
    "mode": "readonly",
    "doc": "Reads a page of the ids that were kept: see getMoreResults.",
    "parameters": [
      {
        "name": "resultId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "perpage",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "20 when left out; at most the option `maxperpage`"
      },
      {
        "name": "pagenumber",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "from 1 on; a page past the end is empty"
      }
    ],
    "required": 1,
    "returns": "SearchNodes",
    "throws": [
      {
        "id": "invalid_search_resultid",
        "when": "when there is no such result of this caller, or it has expired"
      }
    ],
    "example": "resultId=1&pagenumber=1"
  },
  {
    "class": "search",
    "method": "getInfo",
    "file": "services/search/results.ts",
    "mode": "readonly",
    "doc": "What a kept search asked for and how much it has found.",
    "parameters": [
      {
        "name": "resultId",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "SearchInfo",
    "throws": [
      {
        "id": "invalid_search_resultid",
        "when": "when there is no such result of this caller, or it has expired"
      }
    ],
    "example": "resultId=1"
  },
  {
    "class": "search",
    "method": "getSearchableContentTypes",
    "file": "services/search/searchable.ts",
    "mode": "readonly",
    "doc": "The content types that can be searched for.",
    "parameters": [],
    "required": 0,
    "returns": "Record<string, SearchableType>",
    "returnsDoc": "the types by id",
    "throws": []
  },
  {
    "class": "search",
    "method": "getChannels",
    "file": "services/search/searchable.ts",
    "mode": "readonly",
    "doc": "The channels in which the caller may search, for a form.",
    "parameters": [
      {
        "name": "flat",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "a list in the tree's order instead of a tree"
      },
      {
        "name": "queryOptions",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "{}",
        "doc": "has no effect: every channel that may be searched is there"
      },
      {
        "name": "skipcache",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: channels are never stale"
      },
      {
        "name": "topLevelChannel",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "the channel whose channels are wanted; 0 for all"
      }
    ],
    "required": 0,
    "returns": "readonly SearchChannel[]",
    "returnsDoc": "the channels in the board's order, each with its `subchannels` unless the list is flat",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel for the caller"
      }
    ],
    "example": "flat=1"
  },
  {
    "class": "search",
    "method": "getChannelTopics",
    "file": "services/search/topics.ts",
    "mode": "readonly",
    "doc": "Lists the topics of a channel page by page, by their last activity unless `sort` says otherwise, with the filters\nof a search; `include_sticky` puts sticky topics first. Nothing is kept, and no page is too far.",
    "parameters": [
      {
        "name": "search_json",
        "type": {
          "kind": "textOrStruct"
        },
        "optional": false,
        "doc": "the search: see getInitialResults; `channel` is one channel"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "20 when left out; at most the option `maxperpage`"
      },
      {
        "name": "pagenumber",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "from 1 on; a page past the end is empty"
      },
      {
        "name": "skipCount",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "leaves `totalcount` out"
      }
    ],
    "required": 1,
    "returns": "ChannelTopics",
    "throws": [
      {
        "id": "invalid_search",
        "when": "with the place of the mistake"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel for the caller"
      }
    ],
    "example": "search_json[channel]=14&perpage=5"
  },
  {
    "class": "search",
    "method": "getPageNumber",
    "file": "services/search/topics.ts",
    "mode": "readonly",
    "doc": "On which page of its topic a post is.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "the post"
      },
      {
        "name": "starter",
        "type": {
          "kind": "textOrStruct"
        },
        "optional": true,
        "default": "''",
        "doc": "has no effect: the post's topic is known"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "20",
        "doc": "at most the option `maxperpage`"
      },
      {
        "name": "depth",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "0 for a page with replies and comments, 1 for one with replies alone"
      },
      {
        "name": "sort",
        "type": {
          "kind": "oneOf",
          "values": [
            "asc",
            "desc"
          ]
        },
        "optional": true,
        "default": "'asc'",
        "doc": "`asc` from the oldest on, `desc` from the newest"
      },
      {
        "name": "include_starter",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "the topic itself is on a page, too"
      },
      {
        "name": "type",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "of the posts on the pages, such as `vBForum_Photo`; '' for all"
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "from 1 on; 0 when the post is on none of these pages, or there is no such post for the caller",
    "throws": [
      {
        "id": "invalid_parameter",
        "when": "when `sort` is neither"
      },
      {
        "id": "invalid_search",
        "when": "when there is no such type"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "search",
    "method": "getRelatedTopics",
    "file": "services/search/topics.ts",
    "mode": "readonly",
    "doc": "Topics whose titles have words of this topic's title, the most alike first.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a topic, or a post in it"
      },
      {
        "name": "count",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "how many; at most 20"
      }
    ],
    "required": 2,
    "returns": "readonly FullContent[]",
    "returnsDoc": "the topics in this order",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such topic for the caller"
      }
    ],
    "example": "nodeid=27&count=5"
  },
  {
    "class": "site",
    "method": "getSiteStatistics",
    "file": "services/site.ts",
    "mode": "readonly",
    "doc": "Counts topics and posts in the channels that the caller may read, members, members active in the last thirty days,\nand names the newest member.",
    "parameters": [],
    "required": 0,
    "returns": "Statistics",
    "throws": []
  },
  {
    "class": "tags",
    "method": "fetchTagByText",
    "file": "services/tags/board.ts",
    "mode": "readonly",
    "doc": "Looks a tag up by its text. Case does not count.",
    "parameters": [
      {
        "name": "tagtext",
        "type": {
          "kind": "string"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "FoundTag",
    "returnsDoc": "`tag`, or nothing when there is none for the caller",
    "throws": [],
    "example": "tagtext=lens"
  },
  {
    "class": "tags",
    "method": "getTags",
    "file": "services/tags/board.ts",
    "mode": "readonly",
    "doc": "Reads tags by their ids. Those that are not there for the caller are left out.",
    "parameters": [
      {
        "name": "tagids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "at most the option `maxperpage`"
      }
    ],
    "required": 1,
    "returns": "TagAnswer[]",
    "returnsDoc": "the tags by their text",
    "throws": [
      {
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "tagids=1,2"
  },
  {
    "class": "tags",
    "method": "fetchTagsForCloud",
    "file": "services/tags/board.ts",
    "mode": "readonly",
    "doc": "Lists the tags that have been given most of late.",
    "parameters": [
      {
        "name": "taglevels",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "5",
        "doc": "how many sizes the client shows"
      },
      {
        "name": "limit",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "20",
        "doc": "at most the option `maxperpage`"
      },
      {
        "name": "type",
        "type": {
          "kind": "oneOf",
          "values": [
            "nodes"
          ]
        },
        "optional": true,
        "default": "'nodes'",
        "doc": "has no effect: vBulletin's cloud of searches is not kept"
      },
      {
        "name": "tagsonly",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "leaves count and level out"
      }
    ],
    "required": 0,
    "returns": "TagCloud",
    "throws": [
      {
        "id": "invalid_parameter",
        "when": "when the type is not known"
      }
    ],
    "example": "limit=10"
  },
  {
    "class": "tags",
    "method": "getAutocomplete",
    "file": "services/tags/board.ts",
    "mode": "readonly",
    "doc": "Lists the tags that begin with a text.",
    "parameters": [
      {
        "name": "searchStr",
        "type": {
          "kind": "string"
        },
        "optional": false
      },
      {
        "name": "limitstart",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0"
      },
      {
        "name": "limitnumber",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "25",
        "doc": "at most the option `maxperpage`"
      }
    ],
    "required": 1,
    "returns": "TagSuggestion[]",
    "throws": [],
    "example": "searchStr=le"
  },
  {
    "class": "tags",
    "method": "getSuggestedTagsForNode",
    "file": "services/tags/board.ts",
    "mode": "readonly",
    "doc": "Suggests tags for a topic: those of other topics that occur in its title or text, those given most of late first.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a topic; a reply or comment stands for its topic"
      }
    ],
    "required": 1,
    "returns": "TagAnswer[]",
    "returnsDoc": "at most 20, without those that it has",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such topic for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "tags",
    "method": "getSuggestedTagsForNodeText",
    "file": "services/tags/board.ts",
    "mode": "readonly",
    "doc": "Suggests tags for a text: those of topics that occur in it, those given most of late first.",
    "parameters": [
      {
        "name": "text",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "plain text; the first 50,000 characters count"
      }
    ],
    "required": 1,
    "returns": "TagAnswer[]",
    "returnsDoc": "at most 20",
    "throws": [],
    "example": "text=Night trains to the coast"
  },
  {
    "class": "tags",
    "method": "addTags",
    "file": "services/tags/topic.ts",
    "mode": "transaction",
    "doc": "Gives a topic tags; those that it has already stay as they are.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a topic; a reply or comment stands for its topic"
      },
      {
        "name": "taglist",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": false,
        "doc": "tags, as a list or with commas between"
      }
    ],
    "required": 2,
    "returns": "NodeTags",
    "returnsDoc": "the topic's tags as they are now",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such topic for the caller"
      },
      {
        "id": "no_permission",
        "when": "when he may not tag it"
      },
      {
        "id": "invalid_data",
        "when": "when a tag cannot be used"
      },
      {
        "id": "too_many_tags",
        "when": "past the options `maxtags`, `maxstartertags`, `maxothertags`"
      }
    ],
    "example": "nodeid=27&taglist=lens,night"
  },
  {
    "class": "tags",
    "method": "removeTags",
    "file": "services/tags/topic.ts",
    "mode": "transaction",
    "doc": "Takes tags from a topic: its author any, others those that they gave, moderators any.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a topic; a reply or comment stands for its topic"
      },
      {
        "name": "tags",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "tags, as a list or with commas between; those that the topic does not have are ignored"
      }
    ],
    "required": 1,
    "returns": "NodeTags",
    "returnsDoc": "the topic's tags as they are now",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such topic for the caller"
      },
      {
        "id": "no_permission",
        "when": "when he may not take one of them"
      }
    ],
    "example": "nodeid=27&tags=lens"
  },
  {
    "class": "tags",
    "method": "updateUserTags",
    "file": "services/tags/topic.ts",
    "mode": "transaction",
    "doc": "Sets the tags that the caller gives a topic: those of others stay.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a topic; a reply or comment stands for its topic"
      },
      {
        "name": "taglist",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "tags, as a list or with commas between; empty for none"
      }
    ],
    "required": 1,
    "returns": "NodeTags",
    "returnsDoc": "the topic's tags as they are now",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when there is no such topic for the caller"
      },
      {
        "id": "no_permission",
        "when": "when he may not tag it"
      },
      {
        "id": "invalid_data",
        "when": "when a tag cannot be used"
      },
      {
        "id": "too_many_tags",
        "when": "past the options `maxtags`, `maxstartertags`, `maxothertags`"
      }
    ],
    "example": "nodeid=27&taglist=lens,night"
  },
  {
    "class": "tags",
    "method": "getNodeTags",
    "file": "services/tags/topic.ts",
    "mode": "readonly",
    "doc": "Lists the tags of a topic.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a topic; a reply or comment stands for its topic, a channel has none"
      }
    ],
    "required": 1,
    "returns": "NodeTags",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "tags",
    "method": "validTags",
    "file": "services/tags/topic.ts",
    "mode": "readonly",
    "doc": "Makes sure that tags could be given, and, with a topic, that it would take them from the caller.",
    "parameters": [
      {
        "name": "taglist",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": false,
        "doc": "tags, as a list or with commas between"
      },
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "0 for a new topic"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true; what is wrong is an error",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such topic for the caller"
      },
      {
        "id": "no_permission",
        "when": "when he may not tag it"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks about a topic"
      },
      {
        "id": "invalid_data",
        "when": "when a tag cannot be used"
      },
      {
        "id": "too_many_tags",
        "when": "past the options `maxtags`, `maxstartertags`, `maxothertags`"
      }
    ],
    "example": "taglist=lens,night"
  },
  {
    "class": "tags",
    "method": "getTagsList",
    "file": "services/tags/topic.ts",
    "mode": "readonly",
    "doc": "The tags of a topic in one text, as `taglist` of a node has them.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a topic; a reply or comment stands for its topic, a channel has none"
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "the tags with commas between; '' for none",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=27"
  },
  {
    "class": "user",
    "method": "fetchProfileFieldsForRegistration",
    "file": "services/user/activation.ts",
    "mode": "readonly",
    "doc": "The custom profile fields of the registration form, in the order in which they are shown.",
    "parameters": [
      {
        "name": "userinfo",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "{}",
        "doc": "has no effect: the form is the same for all"
      }
    ],
    "required": 0,
    "returns": "readonly RegistrationField[]",
    "throws": []
  },
  {
    "class": "user",
    "method": "useCoppa",
    "file": "services/user/activation.ts",
    "mode": "readonly",
    "doc": "Whether the board treats children under 13 in another way: then registering needs a birthday.",
    "parameters": [],
    "required": 0,
    "returns": "boolean",
    "throws": []
  },
  {
    "class": "user",
    "method": "needsCoppa",
    "file": "services/user/activation.ts",
    "mode": "readonly",
    "doc": "What becomes of somebody born on a day who registers.",
    "parameters": [
      {
        "name": "dateInfo",
        "type": {
          "kind": "fields",
          "name": "DateInfo",
          "fields": [
            {
              "name": "month",
              "type": {
                "kind": "uint"
              },
              "optional": false
            },
            {
              "name": "day",
              "type": {
                "kind": "uint"
              },
              "optional": false
            },
            {
              "name": "year",
              "type": {
                "kind": "uint"
              },
              "optional": false
            }
          ]
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "0: a member like others; 1: an administrator must agree; 2: he cannot register",
    "throws": [],
    "example": "dateInfo[month]=2&dateInfo[day]=28&dateInfo[year]=2001"
  },
  {
    "class": "user",
    "method": "activateUser",
    "file": "services/user/activation.ts",
    "mode": "steps",
    "doc": "Confirms an e-mail address by the code that was sent to it: that of a new member, or a new one of a member.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "activateid",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "the code"
      }
    ],
    "required": 2,
    "returns": "string",
    "returnsDoc": "`registration_complete`; `moderateuser` when an administrator must agree, too; `emailchanged`",
    "throws": [
      {
        "id": "invalidactivateid",
        "when": "when the code is wrong, used, or too old"
      },
      {
        "id": "emailtaken",
        "when": "when somebody else has registered with the address meanwhile"
      }
    ],
    "example": "userid=6&activateid=0b7e4d1c95f2486aa3c8e6d70912f5b4"
  },
  {
    "class": "user",
    "method": "activateUserByUsername",
    "file": "services/user/activation.ts",
    "mode": "steps",
    "doc": "Confirms an e-mail address, as `user.activateUser` does, by the member's name.",
    "parameters": [
      {
        "name": "username",
        "type": {
          "kind": "string"
        },
        "optional": false
      },
      {
        "name": "activateid",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "the code"
      }
    ],
    "required": 2,
    "returns": "string",
    "returnsDoc": "`registration_complete`; `moderateuser` when an administrator must agree, too; `emailchanged`",
    "throws": [
      {
        "id": "invalidactivateid",
        "when": "when the code is wrong, used, or too old, or there is no such member"
      },
      {
        "id": "emailtaken",
        "when": "when somebody else has registered with the address meanwhile"
      }
    ],
    "example": "username=Bj%C3%B6rn&activateid=0b7e4d1c95f2486aa3c8e6d70912f5b4"
  },
  {
    "class": "user",
    "method": "sendActivateEmail",
    "file": "services/user/activation.ts",
    "mode": "transaction",
    "doc": "Sends a new member who has not confirmed his address another code. The answer does not tell whether there is one.",
    "parameters": [
      {
        "name": "email",
        "type": {
          "kind": "string"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "Success",
    "throws": [
      {
        "id": "invalidemail",
        "when": "when the address is none"
      },
      {
        "id": "rate_limited",
        "when": "when too many mails were asked for (seconds to wait)"
      }
    ],
    "example": "email=newcomer@example.org"
  },
  {
    "class": "user",
    "method": "deleteActivation",
    "file": "services/user/activation.ts",
    "mode": "transaction",
    "doc": "Voids a code of a new member, who then is not confirmed.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "activateid",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "the code"
      }
    ],
    "required": 2,
    "returns": "Success",
    "throws": [
      {
        "id": "invalidactivateid",
        "when": "when the code is wrong, used, or too old"
      }
    ],
    "example": "userid=8&activateid=0b7e4d1c95f2486aa3c8e6d70912f5b4"
  },
  {
    "class": "user",
    "method": "killActivation",
    "file": "services/user/activation.ts",
    "mode": "transaction",
    "doc": "Voids a code, and sends no other one to the address: for somebody who never registered.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "activateid",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "the code"
      }
    ],
    "required": 2,
    "returns": "Success",
    "throws": [
      {
        "id": "invalidactivateid",
        "when": "when the code is wrong, used, or too old"
      }
    ],
    "example": "userid=9&activateid=0b7e4d1c95f2486aa3c8e6d70912f5b4"
  },
  {
    "class": "user",
    "method": "emailPassword",
    "file": "services/user/activation.ts",
    "mode": "steps",
    "doc": "Sends a member who has forgotten his password a code, with which `user.setNewPassword` sets another within a day.\nThe answer does not tell whether there is a member with the address.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "0, or the member's, which must then be right"
      },
      {
        "name": "email",
        "type": {
          "kind": "string"
        },
        "optional": false
      },
      {
        "name": "hvinput",
        "type": {
          "kind": "fields",
          "name": "HvInput",
          "fields": [
            {
              "name": "hash",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "What `hv.generateToken` gave."
            },
            {
              "name": "input",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The answer."
            }
          ]
        },
        "optional": true,
        "default": "{}",
        "doc": "the answer to a question, where `hv.fetchRequireHvcheck` says so"
      }
    ],
    "required": 2,
    "returns": "Success",
    "throws": [
      {
        "id": "invalidemail",
        "when": "when the address is none"
      },
      {
        "id": "rate_limited",
        "when": "when too many mails were asked for (seconds to wait)"
      },
      {
        "id": "humanverify_missing",
        "when": "when a guest has not answered the question, or the answer has been used"
      },
      {
        "id": "humanverify_question_wronganswer",
        "when": "when the answer is wrong"
      },
      {
        "id": "humanverify_image_wronganswer",
        "when": "when it is not what the picture shows"
      }
    ],
    "example": "userid=0&email=nobody@example.org"
  },
  {
    "class": "user",
    "method": "setNewPassword",
    "file": "services/user/activation.ts",
    "mode": "steps",
    "doc": "Sets a new password by the code that `user.emailPassword` has sent. All sessions of the member end.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "activationid",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "the code"
      },
      {
        "name": "newpassword",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "its plain text, or the 32 hex digits of its md5 sum"
      }
    ],
    "required": 3,
    "returns": "NewPassword",
    "throws": [
      {
        "id": "invalidactivateid",
        "when": "when the code is wrong, used, or too old"
      },
      {
        "id": "passwordinvalid",
        "when": "when the new password is too short (the least characters)"
      }
    ],
    "example": "userid=10&activationid=0b7e4d1c95f2486aa3c8e6d70912f5b4&newpassword=brand-new-password"
  },
  {
    "class": "user",
    "method": "fetchAvatar",
    "file": "services/user/avatar.ts",
    "mode": "readonly",
    "doc": "Reads a member's avatar.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "0 for the caller; somebody without an avatar, or whom there is not, has the default one"
      },
      {
        "name": "typekey",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "`icon`, `thumb`, `small`, `medium`, `large` or `full`; everything else is `full`, too"
      },
      {
        "name": "userinfo",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "{}",
        "doc": "has no effect: the avatars are read anew"
      }
    ],
    "required": 1,
    "returns": "AvatarRecord",
    "throws": [],
    "example": "userid=2&typekey=thumb"
  },
  {
    "class": "user",
    "method": "fetchAvatars",
    "file": "services/user/avatar.ts",
    "mode": "readonly",
    "doc": "Reads the avatars of members.",
    "parameters": [
      {
        "name": "userids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "without any: the caller's; somebody without an avatar, or whom there is not, has the default one"
      },
      {
        "name": "typekey",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "`icon`, `thumb`, `small`, `medium`, `large` or `full`; everything else is `full`, too"
      },
      {
        "name": "userinfo",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "{}",
        "doc": "has no effect: the avatars are read anew"
      }
    ],
    "required": 0,
    "returns": "AvatarMap",
    "returnsDoc": "them by userid",
    "throws": [
      {
        "id": "invalid_parameter",
        "when": "when there are too many ids"
      }
    ],
    "example": "userids[]=1&userids[]=2"
  },
  {
    "class": "user",
    "method": "setDefaultAvatar",
    "file": "services/user/avatar.ts",
    "mode": "transaction",
    "doc": "Makes one of the avatars that every board has the caller's own: see profile.getDefaultAvatars.",
    "parameters": [
      {
        "name": "avatarid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "AvatarRecord",
    "returnsDoc": "the avatar",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_data",
        "when": "when there is no such avatar"
      }
    ],
    "example": "avatarid=3"
  },
  {
    "class": "user",
    "method": "getAutocomplete",
    "file": "services/user/directory.ts",
    "mode": "readonly",
    "doc": "Suggests members whose name begins with a text. Case and accents do not count.",
    "parameters": [
      {
        "name": "searchStr",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "without any text there is no suggestion"
      },
      {
        "name": "orderby",
        "type": {
          "kind": "oneOf",
          "values": [
            "userid",
            "joindate",
            "posts",
            "reputation",
            "username"
          ]
        },
        "optional": true,
        "default": "'username'"
      },
      {
        "name": "direction",
        "type": {
          "kind": "oneOf",
          "values": [
            "asc",
            "desc"
          ]
        },
        "optional": true,
        "default": "'asc'"
      },
      {
        "name": "limitstart",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "how many are skipped"
      },
      {
        "name": "limitnumber",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "15",
        "doc": "at most the option `maxperpage`"
      }
    ],
    "required": 1,
    "returns": "Suggestions",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when guests may not see members"
      },
      {
        "id": "no_permission",
        "when": "when the caller's usergroup may not see members"
      },
      {
        "id": "invalid_parameter",
        "when": "when the order is not known"
      }
    ],
    "example": "searchStr=al"
  },
  {
    "class": "user",
    "method": "memberList",
    "file": "services/user/directory.ts",
    "mode": "readonly",
    "doc": "Lists members, as everybody sees them. Those who wait for their confirmation are not listed; the first 10,000 of a\nlist can be paged through.",
    "parameters": [
      {
        "name": "criteria",
        "type": {
          "kind": "fields",
          "name": "MemberCriteria",
          "fields": [
            {
              "name": "pagenumber",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "From 1 on."
            },
            {
              "name": "perpage",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "At most the option `maxperpage`."
            },
            {
              "name": "sortfield",
              "type": {
                "kind": "oneOf",
                "values": [
                  "userid",
                  "joindate",
                  "posts",
                  "reputation",
                  "username"
                ]
              },
              "optional": true,
              "doc": "`username` when left out."
            },
            {
              "name": "sortorder",
              "type": {
                "kind": "oneOf",
                "values": [
                  "asc",
                  "desc"
                ]
              },
              "optional": true,
              "doc": "`asc` when left out."
            },
            {
              "name": "startswith",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The beginning of the name, without case and accents, or `#` for names that begin with none of a to z."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "MemberPage",
    "returnsDoc": "a page of members; one past the end is empty",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when guests may not see members"
      },
      {
        "id": "no_permission",
        "when": "when the caller's usergroup may not see members"
      },
      {
        "id": "invalid_parameter",
        "when": "when the order is not known"
      }
    ],
    "example": "criteria[perpage]=10&criteria[sortfield]=posts&criteria[sortorder]=desc"
  },
  {
    "class": "user",
    "method": "fetchBirthdays",
    "file": "services/user/directory.ts",
    "mode": "readonly",
    "doc": "Lists members whose birthday is today by the caller's clock, at most as many as the option `maxperpage`: those who\nlet others see it (`showbirthday` of `user.save`).",
    "parameters": [],
    "required": 0,
    "returns": "readonly Birthday[]",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when guests may not see members"
      },
      {
        "id": "no_permission",
        "when": "when the caller's usergroup may not see members"
      }
    ]
  },
  {
    "class": "user",
    "method": "fetchUsernames",
    "file": "services/user/directory.ts",
    "mode": "readonly",
    "doc": "Tells the names of members.",
    "parameters": [
      {
        "name": "userIds",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "those that do not exist are left out"
      },
      {
        "name": "profileUrl",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "false to leave the addresses of their profiles out"
      }
    ],
    "required": 1,
    "returns": "Record<string, NameAndUrl>",
    "returnsDoc": "names by userid",
    "throws": [],
    "example": "userIds[]=1&userIds[]=2"
  },
  {
    "class": "user",
    "method": "getNamecardInfo",
    "file": "services/user/directory.ts",
    "mode": "readonly",
    "doc": "What a card beside a member's name shows.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "Namecard",
    "throws": [
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      },
      {
        "id": "not_logged_no_permission",
        "when": "when guests may not see members"
      },
      {
        "id": "no_permission",
        "when": "when the caller's usergroup may not see members"
      }
    ],
    "example": "userid=2"
  },
  {
    "class": "user",
    "method": "getNamecardInfoBulk",
    "file": "services/user/directory.ts",
    "mode": "readonly",
    "doc": "What cards beside members' names show.",
    "parameters": [
      {
        "name": "userids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "those that do not exist are left out"
      }
    ],
    "required": 1,
    "returns": "Record<string, Namecard>",
    "returnsDoc": "cards by userid",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when guests may not see members"
      },
      {
        "id": "no_permission",
        "when": "when the caller's usergroup may not see members"
      }
    ],
    "example": "userids[]=1&userids[]=2"
  },
  {
    "class": "user",
    "method": "needMFA",
    "file": "services/user/mfa.ts",
    "mode": "readonly",
    "doc": "Whether an authentication code may be needed: of a guest, whether members of this board may have codes; of a member,\nwhether he has.",
    "parameters": [
      {
        "name": "logintype",
        "type": {
          "kind": "oneOf",
          "values": [
            "",
            "cplogin",
            "modcplogin",
            "mfareset"
          ]
        },
        "optional": false,
        "doc": "has no effect: the answer is the same for all"
      }
    ],
    "required": 1,
    "returns": "MfaNeed",
    "throws": [
      {
        "id": "invalid_parameter",
        "when": "when the type is not known"
      }
    ],
    "example": "logintype="
  },
  {
    "class": "user",
    "method": "resetMfaSecret",
    "file": "services/user/mfa.ts",
    "mode": "steps",
    "doc": "Makes a new secret for the caller's authentication codes. It counts once `user.enableMfa` has seen a code made\nwith it; until then the former one goes on.",
    "parameters": [
      {
        "name": "password",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "the current password"
      },
      {
        "name": "mfa_authcode",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "a code of the former secret, where codes are switched on"
      }
    ],
    "required": 1,
    "returns": "MfaSecret",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks"
      },
      {
        "id": "mfa_disabled",
        "when": "when the board has no codes"
      },
      {
        "id": "badpassword",
        "when": "when the password is wrong; counts as a failed login"
      },
      {
        "id": "strikes",
        "when": "when there were too many failures (minutes to wait)"
      },
      {
        "id": "mfa_required",
        "when": "when codes are switched on, and none is there"
      },
      {
        "id": "mfa_invalid",
        "when": "when the code is wrong, or has been used"
      }
    ],
    "example": "password=alice-password"
  },
  {
    "class": "user",
    "method": "enableMfa",
    "file": "services/user/mfa.ts",
    "mode": "steps",
    "doc": "Switches authentication codes on for the caller, or makes the new secret count.",
    "parameters": [
      {
        "name": "password",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "the current password"
      },
      {
        "name": "mfa_authcode",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "a code made with the secret of `user.resetMfaSecret`"
      }
    ],
    "required": 2,
    "returns": "Success",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks"
      },
      {
        "id": "mfa_disabled",
        "when": "when the board has no codes"
      },
      {
        "id": "badpassword",
        "when": "when the password is wrong; counts as a failed login"
      },
      {
        "id": "strikes",
        "when": "when there were too many failures (minutes to wait)"
      },
      {
        "id": "mfa_not_prepared",
        "when": "when there is no new secret"
      },
      {
        "id": "mfa_invalid",
        "when": "when the code is wrong"
      }
    ],
    "example": "password=alice-password&mfa_authcode=123456"
  },
  {
    "class": "user",
    "method": "isMfaEnabled",
    "file": "services/user/mfa.ts",
    "mode": "readonly",
    "doc": "Whether a member's logins ask for an authentication code: the caller's own, or anybody's for administrators.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks"
      },
      {
        "id": "no_permission",
        "when": "when a member asks for another's"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      }
    ],
    "example": "userid=3"
  },
  {
    "class": "user",
    "method": "setMfaEnabled",
    "file": "services/user/mfa.ts",
    "mode": "transaction",
    "doc": "Switches a member's authentication codes off, or on again. For administrators.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "enabled",
        "type": {
          "kind": "boolean"
        },
        "optional": false
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks"
      },
      {
        "id": "no_permission",
        "when": "when the caller is no administrator"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      },
      {
        "id": "mfa_not_prepared",
        "when": "when a member without a secret is to have codes"
      }
    ],
    "example": "userid=2&enabled=0",
    "caller": "admin"
  },
  {
    "class": "user",
    "method": "fetchProfileInfo",
    "file": "services/user/profile.ts",
    "mode": "readonly",
    "doc": "Reads a member's profile.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "false for the caller"
      }
    ],
    "required": 0,
    "returns": "ProfileInfo",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest names nobody, or guests may not see members"
      },
      {
        "id": "no_permission",
        "when": "when the caller's usergroup may not see members"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      }
    ],
    "example": "userid=2"
  },
  {
    "class": "user",
    "method": "fetchUserProfileFields",
    "file": "services/user/profile.ts",
    "mode": "readonly",
    "doc": "The titles of the custom profile fields that everybody may see.",
    "parameters": [],
    "required": 0,
    "returns": "Record<string, string>",
    "returnsDoc": "titles by the field's name: field1, field2, …",
    "throws": []
  },
  {
    "class": "user",
    "method": "fetchUserSettings",
    "file": "services/user/profile.ts",
    "mode": "readonly",
    "doc": "What a page of account settings shows: the caller's own, or anybody's for administrators.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "false for the caller"
      }
    ],
    "required": 0,
    "returns": "UserSettings",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks"
      },
      {
        "id": "no_permission",
        "when": "when a member asks for another's"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      }
    ],
    "example": "userid=3"
  },
  {
    "class": "user",
    "method": "getPersonalData",
    "file": "services/user/profile.ts",
    "mode": "readonly",
    "doc": "All that the board keeps about the caller, or for administrators about anybody, but for posts and messages.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "0 for the caller"
      }
    ],
    "required": 0,
    "returns": "PersonalData",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks"
      },
      {
        "id": "no_permission",
        "when": "when a member asks for another's"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      }
    ],
    "example": "userid=3"
  },
  {
    "class": "user",
    "method": "updateStatus",
    "file": "services/user/profile.ts",
    "mode": "transaction",
    "doc": "Sets the line that stands beside a member's name: the own one, or anybody's for administrators.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "0 for the caller"
      },
      {
        "name": "status",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "plain text, at most 250 characters; empty for none"
      }
    ],
    "required": 2,
    "returns": "string",
    "returnsDoc": "the new text",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks"
      },
      {
        "id": "no_permission",
        "when": "when a member may not change his profile, or changes another's"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      },
      {
        "id": "invalid_data",
        "when": "when the text is too long"
      }
    ],
    "example": "userid=3&status=Travelling"
  },
  {
    "class": "user",
    "method": "fetchTimeOffset",
    "file": "services/user/profile.ts",
    "mode": "readonly",
    "doc": "How far a member's clock is from UTC: the caller's own, or anybody's for administrators.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "false for the caller; a guest's clock is at UTC"
      },
      {
        "name": "ignoreDST",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "true to leave the hour of daylight saving time out, which the member has switched on"
      }
    ],
    "required": 0,
    "returns": "number",
    "returnsDoc": "seconds",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks for a member's"
      },
      {
        "id": "no_permission",
        "when": "when a member asks for another's"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      }
    ]
  },
  {
    "class": "user",
    "method": "setCurrentUserPrivacyConsent",
    "file": "services/user/profile.ts",
    "mode": "transaction",
    "doc": "Notes that the caller agrees to the privacy statement.",
    "parameters": [],
    "required": 0,
    "returns": "Success",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest agrees"
      }
    ]
  },
  {
    "class": "user",
    "method": "ignoreUser",
    "file": "services/user/profile.ts",
    "mode": "transaction",
    "doc": "Ignores a member, or no longer. Full content that he wrote is marked with `ignored` 1 for the caller.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "add",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "false to end it"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest ignores"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member, or it is the caller"
      },
      {
        "id": "cannot_ignore_staff",
        "when": "when the member's level as staff is higher than the caller's"
      },
      {
        "id": "ignorelist_full",
        "when": "when the caller ignores as many as the option `maxignored` allows (that many)"
      }
    ],
    "example": "userid=4"
  },
  {
    "class": "user",
    "method": "isIgnoringUser",
    "file": "services/user/profile.ts",
    "mode": "readonly",
    "doc": "Whether the caller ignores a member.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "nocache",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the answer is never out of date"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [],
    "example": "userid=2"
  },
  {
    "class": "user",
    "method": "fetchCurrentUserinfo",
    "file": "services/user/records.ts",
    "mode": "readonly",
    "doc": "Who am I? A guest has the userid 0 and the username Guest.",
    "parameters": [],
    "required": 0,
    "returns": "UserRecord",
    "returnsDoc": "the caller's own record",
    "throws": []
  },
  {
    "class": "user",
    "method": "fetchUserinfo",
    "file": "services/user/records.ts",
    "mode": "readonly",
    "doc": "Look a member up by id.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "false for the caller himself"
      },
      {
        "name": "option",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "what the record has beside: `avatarinfo` (`avatar`, `avatardata`) `hascustomavatar` and `avatarurl`; `isfriend` whether the caller follows the member; `admin`, for administrators, `adminpermissions`. `signpic` has no effect, since signatures have no pictures of their own"
      },
      {
        "name": "languageid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: nothing in a record depends on the language"
      },
      {
        "name": "nocache",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the record is never out of date"
      }
    ],
    "required": 0,
    "returns": "UserRecord | false",
    "returnsDoc": "the record, or false when there is no such member",
    "throws": [],
    "example": "userid=2"
  },
  {
    "class": "user",
    "method": "fetchByUsername",
    "file": "services/user/records.ts",
    "mode": "readonly",
    "doc": "Look a member up by name. Case does not count.",
    "parameters": [
      {
        "name": "username",
        "type": {
          "kind": "string"
        },
        "optional": false
      },
      {
        "name": "option",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "what the record has beside, as in `user.fetchUserinfo`"
      }
    ],
    "required": 1,
    "returns": "UserRecord | false",
    "returnsDoc": "the record, or false when there is no such member",
    "throws": [],
    "example": "username=alice"
  },
  {
    "class": "user",
    "method": "fetchByEmail",
    "file": "services/user/records.ts",
    "mode": "readonly",
    "doc": "Look a member up by e-mail address: oneself, or anybody for administrators. To others nobody is there, since it is\nnone of their business who has which address.",
    "parameters": [
      {
        "name": "email",
        "type": {
          "kind": "string"
        },
        "optional": false
      },
      {
        "name": "option",
        "type": {
          "kind": "list",
          "of": {
            "kind": "string"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "what the record has beside, as in `user.fetchUserinfo`"
      }
    ],
    "required": 1,
    "returns": "UserRecord | false",
    "returnsDoc": "the record, or false when there is no such member",
    "throws": [],
    "example": "email=alice@example.org"
  },
  {
    "class": "user",
    "method": "fetchUserName",
    "file": "services/user/records.ts",
    "mode": "readonly",
    "doc": "Tell a member's name.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "0 for a guest"
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "the username",
    "throws": [
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      }
    ],
    "example": "userid=2"
  },
  {
    "class": "user",
    "method": "hasPermissions",
    "file": "services/user/rights.ts",
    "mode": "readonly",
    "doc": "Asks for a right of the caller: in a node's channel, or, without a node, somewhere on the board.",
    "parameters": [
      {
        "name": "group",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "`forumpermissions`, `moderatorpermissions`, `genericpermissions`, `visitormessagepermissions` or `adminpermissions`"
      },
      {
        "name": "permission",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "a name of the group, such as `canpostnew`"
      },
      {
        "name": "nodeid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "false for anywhere"
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "false also for a group or a permission that this board does not know",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "group=forumpermissions&permission=canview"
  },
  {
    "class": "user",
    "method": "havePermissions",
    "file": "services/user/rights.ts",
    "mode": "readonly",
    "doc": "Asks for a right of the caller in several nodes at once.",
    "parameters": [
      {
        "name": "group",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "`forumpermissions`, `moderatorpermissions`, `genericpermissions`, `visitormessagepermissions` or `adminpermissions`"
      },
      {
        "name": "permission",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "a name of the group, such as `canpostnew`"
      },
      {
        "name": "nodeIds",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "without any: somewhere on the board"
      }
    ],
    "required": 2,
    "returns": "boolean",
    "returnsDoc": "true when he has it in each of them",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      },
      {
        "id": "invalid_data",
        "when": "for more nodes than the option `maxperpage`"
      }
    ],
    "example": "group=forumpermissions&permission=canview&nodeIds[]=1"
  },
  {
    "class": "user",
    "method": "getCanCreate",
    "file": "services/user/rights.ts",
    "mode": "readonly",
    "doc": "What the caller may create below a node.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "Readonly<Record<string, number>>",
    "returnsDoc": "content types and 0 or 1",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=1"
  },
  {
    "class": "user",
    "method": "canRemovePost",
    "file": "services/user/rights.ts",
    "mode": "readonly",
    "doc": "Whether the caller may delete a node for good.",
    "parameters": [
      {
        "name": "nodeid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "number",
    "returnsDoc": "1 or 0",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such node for the caller"
      }
    ],
    "example": "nodeid=1"
  },
  {
    "class": "user",
    "method": "getGroupInTopic",
    "file": "services/user/rights.ts",
    "mode": "readonly",
    "doc": "The usergroups that a member has in single channels: the caller's own, or anybody's for administrators. Channels\nthat the caller cannot enter are left out.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "false for the caller"
      },
      {
        "name": "nodeid",
        "type": {
          "kind": "orFalse",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "false",
        "doc": "false for all channels"
      },
      {
        "name": "forceReload",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the answer is never out of date"
      }
    ],
    "required": 0,
    "returns": "readonly Grant[]",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks"
      },
      {
        "id": "no_permission",
        "when": "when a member asks for another"
      }
    ],
    "example": "userid=3"
  },
  {
    "class": "user",
    "method": "currentUserHasAdminPermission",
    "file": "services/user/rights.ts",
    "mode": "readonly",
    "doc": "Whether the caller may use a part of the administration. An administrator may use all of it.",
    "parameters": [
      {
        "name": "adminPermission",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "a name such as `canadminusers`"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [],
    "example": "adminPermission=canadminusers"
  },
  {
    "class": "user",
    "method": "canEditDisplayname",
    "file": "services/user/rights.ts",
    "mode": "readonly",
    "doc": "Whether the caller may choose another display name. Only administrators do, since it follows the username.",
    "parameters": [],
    "required": 0,
    "returns": "DisplaynameRight",
    "throws": []
  },
  {
    "class": "user",
    "method": "isBanned",
    "file": "services/user/rights.ts",
    "mode": "readonly",
    "doc": "Whether a member is banned at the moment.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "false also when there is no such member",
    "throws": [],
    "example": "userid=2"
  },
  {
    "class": "user",
    "method": "banUsers",
    "file": "services/user/rights.ts",
    "mode": "transaction",
    "doc": "Bans members, for administrators and those with `canbanusers` on the whole board. All of them, or none. A member\nwho is banned already gets the new period and reason; when it is over, the usergroup he had before comes back.\nNobody bans himself, or staff of his own or a higher level.",
    "parameters": [
      {
        "name": "userids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "at most 100"
      },
      {
        "name": "banusergroupid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "a usergroup of banned members (`usergroup.fetchBannedUsergroups`)"
      },
      {
        "name": "period",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "`D_7` in days, `W_2` in weeks, `M_1` in months, `Y_1` in years, or `PERMANENT`"
      },
      {
        "name": "reason",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "is told to the banned member"
      }
    ],
    "required": 3,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest bans"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not ban, or not these members"
      },
      {
        "id": "invalid_user_specified",
        "when": "when one of them does not exist"
      },
      {
        "id": "invalid_data",
        "when": "when the usergroup, the period or the reason cannot be used (its name)"
      },
      {
        "id": "invalid_parameter",
        "when": "when there are too many members, or none"
      }
    ],
    "example": "userids[]=2&banusergroupid=8&period=D_7&reason=Spam",
    "caller": "admin"
  },
  {
    "class": "user",
    "method": "liftBan",
    "file": "services/user/rights.ts",
    "mode": "transaction",
    "doc": "Signpost extension. Lifts bans, for administrators and those with `canunbanusers` on the whole board. All of them,\nor none. Members get the usergroup back that they had before; who is not banned stays as they are. Only\nadministrators lift a ban of staff of the caller's own or a higher level.",
    "parameters": [
      {
        "name": "userids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": false,
        "doc": "at most 100"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks"
      },
      {
        "id": "no_permission",
        "when": "when the caller may not lift bans, or not these"
      },
      {
        "id": "invalid_user_specified",
        "when": "when one of them does not exist"
      },
      {
        "id": "invalid_parameter",
        "when": "when there are too many members, or none"
      }
    ],
    "example": "userids[]=5",
    "caller": "admin"
  },
  {
    "class": "user",
    "method": "checkUsername",
    "file": "services/user/save.ts",
    "mode": "readonly",
    "doc": "Check whether a username can be registered.",
    "parameters": [
      {
        "name": "candidate",
        "type": {
          "kind": "string"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "boolean",
    "returnsDoc": "true; everything else is an error",
    "throws": [
      {
        "id": "usernametooshort",
        "when": "when it has too few characters (the least)"
      },
      {
        "id": "usernametoolong",
        "when": "when it has too many characters (the most)"
      },
      {
        "id": "usernameinvalid",
        "when": "when it has characters that cannot be used, or is kept for the board or its staff"
      },
      {
        "id": "usernametaken",
        "when": "when another member has it, or one that looks the same, or had it not long ago"
      }
    ],
    "example": "candidate=Newcomer"
  },
  {
    "class": "user",
    "method": "save",
    "file": "services/user/save.ts",
    "mode": "steps",
    "doc": "Register (userid 0, as a guest or an administrator), or change the own profile. Administrators may change anybody's.\n\nA new password is its plain text, or the 32 hex digits of its md5 sum. To change the own e-mail address or password\nthe current password must be there: in `extra[password]`, or, when that is not sent, in `password`. A new password\nends the member's other sessions. Only what differs is changed, so a client may send back all it has read.\n\nWhere the option `verifyemail` is set, a new member is in usergroup 3 until he has confirmed his address with\n`user.activateUser`, and another address counts only then.\n\nA new name stands in place of the old one at once, also beside posts; nobody else gets the old one for as many days\nas the option `formernamedays` says.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false,
        "doc": "0 to register"
      },
      {
        "name": "password",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "of a new member the password. Else the current password, which must be right if it is there; but the new one next to `extra[password]`, or when an administrator changes another's. Empty to change none"
      },
      {
        "name": "user",
        "type": {
          "kind": "fields",
          "name": "UserData",
          "fields": [
            {
              "name": "username",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Later on for administrators only."
            },
            {
              "name": "email",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "A domain beyond ASCII is kept in its `xn--` form."
            },
            {
              "name": "usertitle",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Needs the right `canusecustomtitle`; what tells others to be of the staff is for administrators to give."
            },
            {
              "name": "birthday",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "MM-DD-YYYY, or empty."
            },
            {
              "name": "showbirthday",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "What others see of it: 0 nothing, 1 the day, 2 the age as well."
            },
            {
              "name": "timezoneoffset",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Hours from UTC, from -12 to 14."
            },
            {
              "name": "privacyconsent",
              "type": {
                "kind": "int"
              },
              "optional": true,
              "doc": "-1 withdrawn, 0 not asked, 1 given."
            },
            {
              "name": "languageid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Of a language that the board speaks (language.fetchAll), or 0 for the board's own."
            },
            {
              "name": "styleid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "Kept and told as it is sent, since the board has no styles: for clients that keep a choice of their own in it."
            },
            {
              "name": "usergroupid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "For administrators only."
            },
            {
              "name": "displaygroupid",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "For administrators only."
            },
            {
              "name": "membergroupids",
              "type": {
                "kind": "list",
                "of": {
                  "kind": "uint"
                }
              },
              "optional": true,
              "doc": "For administrators only."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      },
      {
        "name": "options",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "{}",
        "doc": "switches by name, such as `invisible`"
      },
      {
        "name": "adminoptions",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "{}",
        "doc": "has no effect: this board has no switches that only administrators set"
      },
      {
        "name": "userfield",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "{}",
        "doc": "values of the custom profile fields by name: `field1`, `field2`, …"
      },
      {
        "name": "notificationOptions",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "{}",
        "doc": "has no effect: members unsubscribe from single topics instead"
      },
      {
        "name": "hvinput",
        "type": {
          "kind": "fields",
          "name": "HvInput",
          "fields": [
            {
              "name": "hash",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "What `hv.generateToken` gave."
            },
            {
              "name": "input",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The answer."
            }
          ]
        },
        "optional": true,
        "default": "{}",
        "doc": "the answer to a question, where `hv.fetchRequireHvcheck` says so"
      },
      {
        "name": "extra",
        "type": {
          "kind": "fields",
          "name": "ExtraData",
          "fields": [
            {
              "name": "email",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "A new address; counts before that of the profile."
            },
            {
              "name": "newpass",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "A new password."
            },
            {
              "name": "password",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The current password."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      },
      {
        "name": "moderatorNotificationOptions",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "{}",
        "doc": "has no effect: the option `rpemail` says which moderators are told"
      },
      {
        "name": "moderatorEmailNotificationOptions",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "{}",
        "doc": "has no effect: as the one before"
      }
    ],
    "required": 2,
    "returns": "number",
    "returnsDoc": "the userid",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest changes a profile"
      },
      {
        "id": "no_permission",
        "when": "when a member registers, changes another's profile, or their own name or usergroups, or has no right to a title of their own"
      },
      {
        "id": "registration_closed",
        "when": "when the board takes no new members"
      },
      {
        "id": "usernametooshort",
        "when": "when the name has too few characters (the least)"
      },
      {
        "id": "usernametoolong",
        "when": "when the name has too many characters (the most)"
      },
      {
        "id": "usernameinvalid",
        "when": "when the name has characters that cannot be used, or is kept for the board or its staff"
      },
      {
        "id": "usernametaken",
        "when": "when another member has the name, or one that looks the same, or had it not long ago"
      },
      {
        "id": "invalidemail",
        "when": "when the address is none"
      },
      {
        "id": "emailtaken",
        "when": "when another member has the address"
      },
      {
        "id": "passwordinvalid",
        "when": "when the new password is too short (the least characters)"
      },
      {
        "id": "badpassword",
        "when": "when the current password is wrong or missing; counts as a failed login"
      },
      {
        "id": "strikes",
        "when": "when there were too many failures (minutes to wait)"
      },
      {
        "id": "invalid_data",
        "when": "when another value cannot be used (its name and what it must be)"
      },
      {
        "id": "required_field_x_missing_or_invalid",
        "when": "when a custom profile field is missing or cannot be used (its title)"
      },
      {
        "id": "humanverify_missing",
        "when": "when a guest has not answered the question, or the answer has been used"
      },
      {
        "id": "humanverify_question_wronganswer",
        "when": "when the answer is wrong"
      },
      {
        "id": "humanverify_image_wronganswer",
        "when": "when it is not what the picture shows"
      },
      {
        "id": "under_thirteen_registration_denied",
        "when": "when children cannot register"
      },
      {
        "id": "rate_limited",
        "when": "when too many mails were asked for, or too many have registered from the network (seconds to wait)"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      }
    ],
    "example": "userid=0&password=newcomer-password&user[username]=Newcomer&user[email]=newcomer@example.org",
    "caller": "guest"
  },
  {
    "class": "user",
    "method": "login",
    "file": "services/user/session.ts",
    "mode": "steps",
    "doc": "Log in. The access token stays the same and stands for the member from now on; the session hash is new. Give the\npassword in one of the three ways. Five failures from one address lock the name there for 15 minutes.",
    "parameters": [
      {
        "name": "username",
        "type": {
          "kind": "string"
        },
        "optional": false
      },
      {
        "name": "password",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''"
      },
      {
        "name": "md5password",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''"
      },
      {
        "name": "md5password_utf",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''"
      },
      {
        "name": "logintype",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "`cplogin` or `modcplogin` also asks for a control panel session"
      }
    ],
    "required": 1,
    "returns": "LoginResult",
    "returnsDoc": "the member's id and session",
    "throws": [
      {
        "id": "badlogin",
        "when": "when username and password do not belong together (tries so far, tries allowed)"
      },
      {
        "id": "strikes",
        "when": "when there were too many failures (minutes to wait)"
      },
      {
        "id": "mfa_required",
        "when": "when the member has switched authentication codes on: use `user.login2`"
      },
      {
        "id": "invalid_accesstoken",
        "when": "when the call has no session"
      }
    ],
    "example": "username=alice&password=alice-password",
    "caller": "guest"
  },
  {
    "class": "user",
    "method": "login2",
    "file": "services/user/session.ts",
    "mode": "steps",
    "doc": "Log in, as `user.login` does, with the passwords in one parameter.",
    "parameters": [
      {
        "name": "username",
        "type": {
          "kind": "string"
        },
        "optional": false
      },
      {
        "name": "passwords",
        "type": {
          "kind": "fields",
          "name": "Passwords",
          "fields": [
            {
              "name": "password",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "md5password",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "md5 of the plain password, 32 hex digits."
            },
            {
              "name": "md5password_utf",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The same over another encoding of it, for what is beyond ASCII."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "extraAuthInfo",
        "type": {
          "kind": "fields",
          "name": "ExtraAuthInfo",
          "fields": [
            {
              "name": "mfa_authcode",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Six digits, where the member has switched authentication codes on."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      },
      {
        "name": "logintype",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "`cplogin` or `modcplogin` also asks for a control panel session"
      }
    ],
    "required": 2,
    "returns": "LoginResult",
    "returnsDoc": "the member's id and session",
    "throws": [
      {
        "id": "badlogin",
        "when": "when username and password do not belong together (tries so far, tries allowed)"
      },
      {
        "id": "strikes",
        "when": "when there were too many failures (minutes to wait)"
      },
      {
        "id": "mfa_required",
        "when": "when the member has switched authentication codes on, and none is there"
      },
      {
        "id": "mfa_invalid",
        "when": "when the code is wrong, or has been used"
      },
      {
        "id": "invalid_accesstoken",
        "when": "when the call has no session"
      }
    ],
    "example": "username=alice&passwords[password]=alice-password",
    "caller": "guest"
  },
  {
    "class": "user",
    "method": "loginSpecificUser",
    "file": "services/user/session.ts",
    "mode": "steps",
    "doc": "Log in, as `user.login2` does, by the member's id.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "passwords",
        "type": {
          "kind": "fields",
          "name": "Passwords",
          "fields": [
            {
              "name": "password",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "md5password",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "md5 of the plain password, 32 hex digits."
            },
            {
              "name": "md5password_utf",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The same over another encoding of it, for what is beyond ASCII."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "extraAuthInfo",
        "type": {
          "kind": "fields",
          "name": "ExtraAuthInfo",
          "fields": [
            {
              "name": "mfa_authcode",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Six digits, where the member has switched authentication codes on."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      },
      {
        "name": "logintype",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "`cplogin` or `modcplogin` also asks for a control panel session"
      }
    ],
    "required": 2,
    "returns": "LoginResult",
    "returnsDoc": "the member's id and session",
    "throws": [
      {
        "id": "badlogin",
        "when": "when there is no such member, or the password is wrong (tries so far, tries allowed)"
      },
      {
        "id": "strikes",
        "when": "when there were too many failures (minutes to wait)"
      },
      {
        "id": "mfa_required",
        "when": "when the member has switched authentication codes on, and none is there"
      },
      {
        "id": "mfa_invalid",
        "when": "when the code is wrong, or has been used"
      },
      {
        "id": "invalid_accesstoken",
        "when": "when the call has no session"
      }
    ],
    "example": "userid=1&passwords[password]=admin-password",
    "caller": "guest"
  },
  {
    "class": "user",
    "method": "logout",
    "file": "services/user/session.ts",
    "mode": "transaction",
    "doc": "Log out. The session goes on as a guest under a new access token; the old one stands for a guest, too, and ends ten\nminutes later.",
    "parameters": [
      {
        "name": "logouthash",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "has no effect: the signature protects the call already"
      }
    ],
    "required": 0,
    "returns": "LogoutResult",
    "returnsDoc": "the new token and session hash",
    "throws": [
      {
        "id": "invalid_accesstoken",
        "when": "when the call has no session"
      }
    ]
  },
  {
    "class": "user",
    "method": "logoutAllDevices",
    "file": "services/user/session.ts",
    "mode": "transaction",
    "doc": "Log out everywhere: all sessions of the caller end, and all tokens of\nearlier logins. This one goes on as a guest, as after `user.logout`.",
    "parameters": [
      {
        "name": "logouthash",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "has no effect: the signature protects the call already"
      }
    ],
    "required": 0,
    "returns": "LogoutResult",
    "returnsDoc": "the new token and session hash",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when nobody is logged in"
      },
      {
        "id": "invalid_accesstoken",
        "when": "when the call has no session"
      }
    ]
  },
  {
    "class": "user",
    "method": "fetchSignature",
    "file": "services/user/signature.ts",
    "mode": "readonly",
    "doc": "Reads a member's signature.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "SignatureInfo | false",
    "returnsDoc": "false when he has none",
    "throws": [],
    "example": "userid=2"
  },
  {
    "class": "user",
    "method": "saveSignature",
    "file": "services/user/signature.ts",
    "mode": "transaction",
    "doc": "Sets the caller's own signature, which stands below his posts.",
    "parameters": [
      {
        "name": "signature",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "BBCode; empty for none"
      },
      {
        "name": "filedataids",
        "type": {
          "kind": "list",
          "of": {
            "kind": "uint"
          }
        },
        "optional": true,
        "default": "[]",
        "doc": "has no effect: pictures are named in the text"
      }
    ],
    "required": 1,
    "returns": "string",
    "returnsDoc": "the signature as safe HTML",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks"
      },
      {
        "id": "no_permission",
        "when": "when the caller's usergroup may have no signature"
      },
      {
        "id": "sigtoolong",
        "when": "past the option `sigmaxchars` (the most characters)"
      },
      {
        "id": "sigtoomanyimages",
        "when": "past the option `sigmaximages` (the most images)"
      }
    ],
    "example": "signature=[b]Onwards[/b]"
  },
  {
    "class": "usergroup",
    "method": "fetchUsergroupList",
    "file": "services/usergroup.ts",
    "mode": "readonly",
    "doc": "All usergroups, by id.",
    "parameters": [
      {
        "name": "flushcache",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: the list is never out of date"
      }
    ],
    "required": 0,
    "returns": "readonly UsergroupRow[]",
    "throws": []
  },
  {
    "class": "usergroup",
    "method": "fetchUsergroupByID",
    "file": "services/usergroup.ts",
    "mode": "readonly",
    "doc": "A usergroup by its id.",
    "parameters": [
      {
        "name": "usergroupid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "UsergroupRow",
    "throws": [
      {
        "id": "invalid_usergroup_specified",
        "when": "when there is none"
      }
    ],
    "example": "usergroupid=2"
  },
  {
    "class": "usergroup",
    "method": "fetchUsergroupBySystemID",
    "file": "services/usergroup.ts",
    "mode": "readonly",
    "doc": "A system group by its number, such as 2 for registered members, 6 for administrators, 8 for banned members.",
    "parameters": [
      {
        "name": "systemgroupid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 1,
    "returns": "UsergroupRow",
    "throws": [
      {
        "id": "invalid_usergroup_specified",
        "when": "when there is none"
      }
    ],
    "example": "systemgroupid=6"
  },
  {
    "class": "usergroup",
    "method": "fetchBannedUsergroups",
    "file": "services/usergroup.ts",
    "mode": "readonly",
    "doc": "The usergroups of banned members.",
    "parameters": [],
    "required": 0,
    "returns": "readonly UsergroupRow[]",
    "throws": []
  },
  {
    "class": "usergroup",
    "method": "updateDisplayGroup",
    "file": "services/usergroup.ts",
    "mode": "transaction",
    "doc": "Chooses which of his usergroups a member shows: his primary one, or one of his others that has `canoverride`. For\nhimself and for administrators.",
    "parameters": [
      {
        "name": "userid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      },
      {
        "name": "usergroupid",
        "type": {
          "kind": "uint"
        },
        "optional": false
      }
    ],
    "required": 2,
    "returns": "DisplayGroupChange",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest asks"
      },
      {
        "id": "no_permission",
        "when": "when a member changes another, or the usergroup cannot be shown"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      },
      {
        "id": "invalid_usergroup_specified",
        "when": "when there is no such usergroup, or he is not in it"
      }
    ],
    "example": "userid=3&usergroupid=2"
  },
  {
    "class": "wol",
    "method": "fetchAll",
    "file": "services/wol.ts",
    "mode": "readonly",
    "doc": "Lists who is online: each member once, each guest's session once.",
    "parameters": [
      {
        "name": "pagekey",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "has no effect: what somebody reads is not recorded"
      },
      {
        "name": "who",
        "type": {
          "kind": "oneOf",
          "values": [
            "",
            "members",
            "guests",
            "spiders"
          ]
        },
        "optional": true,
        "default": "''",
        "doc": "empty for members and guests; `spiders` are none"
      },
      {
        "name": "pagenumber",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "1"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "200",
        "doc": "at most the option `maxperpage`"
      },
      {
        "name": "sortfield",
        "type": {
          "kind": "oneOf",
          "values": [
            "username",
            "time"
          ]
        },
        "optional": true,
        "default": "'time'"
      },
      {
        "name": "sortorder",
        "type": {
          "kind": "oneOf",
          "values": [
            "asc",
            "desc"
          ]
        },
        "optional": true,
        "default": "'desc'"
      },
      {
        "name": "resolveIp",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "has no effect: addresses are not resolved"
      }
    ],
    "required": 0,
    "returns": "OnlineUser[]",
    "throws": [
      {
        "id": "invalid_parameter",
        "when": "when a choice is not known"
      }
    ],
    "example": "who=members"
  },
  {
    "class": "wol",
    "method": "fetchCounts",
    "file": "services/wol.ts",
    "mode": "steps",
    "doc": "Counts who is online, and tells the most there have been at once. The record is kept when somebody asks; members\nwho were invisible to him then are not in it.",
    "parameters": [
      {
        "name": "pagekey",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "has no effect: what somebody reads is not recorded"
      }
    ],
    "required": 0,
    "returns": "OnlineCounts",
    "throws": []
  }
];
