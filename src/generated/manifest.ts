// Written by `npm run reference` from src/services: change it there.
import type { Manifest } from '../protocol/manifest.ts';

export const manifest: Manifest = [
  {
    "class": "api",
    "method": "init",
    "mode": "transaction",
    "doc": "Begins: registers the client on first contact and issues an access token.\n\nWithout `api_c` a client is known again by its five names and gets its id, its secret and a fresh guest token.\nWith `api_c` and a live `api_s` it gets that token back, the logged-in member included; with a dead one a fresh\nguest token. The call need not be signed; with `api_c` the secret is told only if it is.",
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
    "mode": "readonly",
    "doc": "Lists every method with its parameters, result and errors.",
    "parameters": [],
    "required": 0,
    "returns": "MethodSummary[]",
    "throws": []
  },
  {
    "class": "content_attach",
    "method": "upload",
    "mode": "steps",
    "doc": "Uploads a file, to be attached to a post by `add`.",
    "parameters": [
      {
        "name": "file",
        "type": {
          "kind": "file"
        },
        "optional": false,
        "doc": "a picture (JPEG, PNG, GIF, WebP, AVIF), PDF, zip archive, UTF-8 text, MP4, WebM, MP3 or Ogg; its name must end accordingly"
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
        "when": "when files of that name are not taken"
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
        "when": "when it is damaged, or not what its name says"
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
        "when": "when files of that name are not taken"
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
        "when": "when it is damaged, or not what its name says"
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
        "when": "when files of that name are not taken"
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
        "when": "when it is damaged, or not what its name says"
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
        "doc": "taken for compatibility, as is `uploadfrom`"
      },
      {
        "name": "uploadfrom",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''"
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
        "when": "when it is no URL of the web"
      },
      {
        "id": "upload_file_failed",
        "when": "when it could not be fetched"
      },
      {
        "id": "upload_stopped_by_extension",
        "when": "when files of that name are not taken"
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
        "when": "when it is damaged, or not what its name says"
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
              "doc": "With the extension that the upload has."
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
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "Uint",
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
        "when": "when a text is too long, or the name has another extension than the upload"
      },
      {
        "id": "too_many_attachments",
        "when": "past the option `attachlimit`, in an album `albumlimit`"
      }
    ],
    "example": "data[parentid]=1&data[filedataid]=1"
  },
  {
    "class": "content_attach",
    "method": "update",
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
              "doc": "With the extension that the upload has."
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
        "when": "when a text is too long, or the name has another extension than the upload"
      }
    ],
    "example": "nodeid=1&data[caption]=Sunset"
  },
  {
    "class": "content_attach",
    "method": "deleteAttachment",
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
    "example": "id=1"
  },
  {
    "class": "content_attach",
    "method": "fetchImage",
    "mode": "readonly",
    "doc": "Reads an attachment and where its file, or a picture in another size, can be fetched. The file itself is never in\nthe answer.",
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
          "kind": "string"
        },
        "optional": true,
        "default": "'full'",
        "doc": "`full`, `large`, `medium`, `small`, `thumb` or `icon`; of a size that there is not, the next larger one"
      },
      {
        "name": "includeData",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "taken for compatibility: fetch `url`"
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
    "example": "id=1"
  },
  {
    "class": "content_attach",
    "method": "fetchImageByFiledataid",
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
          "kind": "string"
        },
        "optional": true,
        "default": "'full'",
        "doc": "`full`, `large`, `medium`, `small`, `thumb` or `icon`; of a size that there is not, the next larger one"
      },
      {
        "name": "includeData",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "taken for compatibility: fetch `url`"
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
        "doc": "taken for compatibility: pictures are pictures in all sizes"
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
      }
    ],
    "required": 1,
    "returns": "Uint",
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
    "example": "data[parentid]=2&data[title]=Music"
  },
  {
    "class": "content_channel",
    "method": "update",
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
    "example": "nodeid=14&data[description]=Anything goes"
  },
  {
    "class": "content_channel",
    "method": "fetchChannelById",
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
    "returns": "Uint",
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
    "mode": "readonly",
    "doc": "The channels directly below the root of everything that the caller may enter.",
    "parameters": [],
    "required": 0,
    "returns": "Uint[]",
    "throws": []
  },
  {
    "class": "content_channel",
    "method": "fetchChannelByGUID",
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
    "returns": "Uint | false",
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
    "returns": "Uint",
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
    "example": "nodeid=14"
  },
  {
    "class": "content_channel",
    "method": "canViewReportsAndInfractions",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "class": "content_channel",
    "method": "getContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_channel",
    "method": "getBareContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, BareContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_channel",
    "method": "getConversationParent",
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
              "doc": "Due for a topic."
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode; the title when it is left out."
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
              "doc": "Who sees an album: 0 its author and moderators, 1 members, 2 everybody. Only for albums; 2 when it is left out."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "GalleryOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Taken for compatibility: text is always BBCode."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "Uint",
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
        "when": "when a caption is too long, or `viewperms` is none, or not for an album"
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
      }
    ],
    "example": "data[parentid]=14&data[title]=Sunsets&data[filedataids][]=1&data[captions][]=The first"
  },
  {
    "class": "content_gallery",
    "method": "update",
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
              "doc": "BBCode."
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
    "example": "nodeid=28&data[filedataids][]=1&data[captions][]=The first"
  },
  {
    "class": "content_gallery",
    "method": "updateFromWeb",
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
              "doc": "BBCode."
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
    "example": "nodeid=28&postdata[title]=Sunsets&filedataids[1][title]=The first&filedataids[1][displayorder]=1"
  },
  {
    "class": "content_gallery",
    "method": "delete",
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
    "example": "nodeid=28"
  },
  {
    "class": "content_gallery",
    "method": "getFullContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "class": "content_gallery",
    "method": "getContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_gallery",
    "method": "getBareContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, BareContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_gallery",
    "method": "getConversationParent",
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
    "method": "getQuoteText",
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
    "class": "content_gallery",
    "method": "isVisitorMessage",
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
              "doc": "Due for a topic, unless there is a `url_title`."
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode; the link when it is left out."
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
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "LinkOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Taken for compatibility: text is always BBCode."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "Uint",
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
        "when": "when it is no URL of the web"
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
      }
    ],
    "example": "data[parentid]=14&data[url]=https://example.org/&data[url_title]=An example"
  },
  {
    "class": "content_link",
    "method": "update",
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
              "doc": "BBCode."
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
        "when": "when it is no URL of the web"
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
      }
    ],
    "example": "nodeid=28&data[url_title]=Another title"
  },
  {
    "class": "content_link",
    "method": "fetchImageByLinkId",
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
          "kind": "string"
        },
        "optional": true,
        "default": "'full'",
        "doc": "`full`, `large`, `medium`, `small`, `thumb` or `icon`; of a size that there is not, the next larger one"
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
    "example": "linkid=28"
  },
  {
    "class": "content_link",
    "method": "parsePage",
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
        "when": "when it is no URL of the web"
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
    "method": "delete",
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
    "example": "nodeid=28"
  },
  {
    "class": "content_link",
    "method": "getFullContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "class": "content_link",
    "method": "getContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_link",
    "method": "getBareContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, BareContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_link",
    "method": "getConversationParent",
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
    "method": "getQuoteText",
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
    "class": "content_link",
    "method": "isVisitorMessage",
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
              "doc": "With the extension that the upload has."
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
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "Uint",
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
        "when": "when a text is too long, or the name has another extension than the upload"
      },
      {
        "id": "too_many_attachments",
        "when": "past the option `attachlimit`, in an album `albumlimit`"
      }
    ],
    "example": "data[parentid]=1&data[filedataid]=1&data[caption]=Sunset"
  },
  {
    "class": "content_photo",
    "method": "update",
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
              "doc": "With the extension that the upload has."
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
        "when": "when a text is too long, or the name has another extension than the upload"
      }
    ],
    "example": "nodeid=1&data[caption]=Sunset"
  },
  {
    "class": "content_photo",
    "method": "delete",
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
    "example": "photoId=1"
  },
  {
    "class": "content_photo",
    "method": "fetchImageByPhotoid",
    "mode": "readonly",
    "doc": "Reads a photo and where it can be fetched. The picture itself is never in the answer.",
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
        "doc": "taken for compatibility: fetch `url`"
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
    "example": "id=1"
  },
  {
    "class": "content_poll",
    "method": "add",
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
              "doc": "The question; due for a topic."
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode; the title when it is left out."
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
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "PollAddOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Taken for compatibility: text is always BBCode."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "Uint",
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
      }
    ],
    "example": "data[parentid]=14&data[title]=Tea or coffee%3F&data[polloptions][]=Tea&data[polloptions][]=Coffee"
  },
  {
    "class": "content_poll",
    "method": "addToTopic",
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
              "doc": "BBCode."
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
    "example": "nodeid=28&data[polloptions][]=Tea&data[polloptions][]=Coffee&data[polloptions][]=Water"
  },
  {
    "class": "content_poll",
    "method": "vote",
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
    "returns": "Uint",
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
    "method": "delete",
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
    "example": "nodeid=28"
  },
  {
    "class": "content_poll",
    "method": "getFullContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "class": "content_poll",
    "method": "getContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_poll",
    "method": "getBareContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, BareContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_poll",
    "method": "getConversationParent",
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
    "method": "getQuoteText",
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
    "class": "content_poll",
    "method": "isVisitorMessage",
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
    "method": "getMessage",
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
    "example": "nodeid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "fetchParticipants",
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
    "example": "nodeid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "getForward",
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
    "returns": "ReadonlyMap<number, Forward>",
    "returnsDoc": "by nodeid a title and a text to begin with",
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
    "example": "nodeids=1"
  },
  {
    "class": "content_privatemessage",
    "method": "getFullContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "example": "nodeid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "getContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "example": "nodeid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "getQuoteText",
    "mode": "readonly",
    "doc": "The text of a message as a quotation, to begin a reply with.",
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
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "invalid_node_id",
        "when": "when the caller holds no such message"
      }
    ],
    "example": "nodeid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "add",
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
              "doc": "Due for a new conversation."
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": false,
              "doc": "BBCode."
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
              "doc": "Taken for compatibility: text is always BBCode."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "Uint",
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
    "example": "pmid=1&recipients[]=4"
  },
  {
    "class": "content_privatemessage",
    "method": "addPMRecipientsByUsernames",
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
    "example": "pmid=1&usernames[]=bob"
  },
  {
    "class": "content_privatemessage",
    "method": "canUsePmSystem",
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
    "class": "content_privatemessage",
    "method": "getRequest",
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
    "example": "nodeid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "acceptRequest",
    "mode": "transaction",
    "doc": "Accepts a request: the one it is for gets his part in the channel.",
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
        "when": "when nothing can be accepted any more: the channel has gone"
      }
    ],
    "example": "nodeid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "denyRequest",
    "mode": "transaction",
    "doc": "Denies a request, or takes the caller's own one back.",
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
    "example": "nodeid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "setRead",
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
    "example": "nodeid=1&read=1"
  },
  {
    "class": "content_privatemessage",
    "method": "deleteMessage",
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
    "example": "nodeid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "deleteMessages",
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
    "example": "nodeid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "toTrashcan",
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
    "example": "nodeid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "undeleteMessage",
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
    "example": "nodeid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "moveMessage",
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
    "example": "nodeid=1&newFolderid=1"
  },
  {
    "class": "content_privatemessage",
    "method": "listMessages",
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
                "kind": "string"
              },
              "optional": true,
              "doc": "`DESC`, the newest first, or `ASC`."
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
    "returns": "MessageMap",
    "returnsDoc": "the conversations by the nodeid of their first message",
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
                "kind": "string"
              },
              "optional": true,
              "doc": "`DESC`, the newest first, or `ASC`."
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
    "returns": "MessageMap",
    "returnsDoc": "the requests by nodeid, with `about` and `aboutid`",
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
                "kind": "string"
              },
              "optional": true,
              "doc": "`desc`, the newest first, or `asc`."
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
                "kind": "string"
              },
              "optional": true,
              "doc": "A category: `content`, `nodeaction`, `pollvote`, `userrelation` or `visitormessage`; `all` or empty for all."
            },
            {
              "name": "typename",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "One type, such as `reply`; empty for all."
            },
            {
              "name": "readFilter",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "`unread_only` (when left out), `read_only` or `*`."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "ReadonlyMap<number, NotificationAnswer>",
    "returnsDoc": "them by id, in the list's order",
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
        "default": "PER_PAGE"
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
        "doc": "taken for compatibility"
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
    "method": "fetchSummary",
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
    "mode": "readonly",
    "doc": "The numbers of unread messages for badges. They count messages, not conversations.",
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
    "mode": "readonly",
    "doc": "Counts the open reports that the caller may see: see content_report.",
    "parameters": [],
    "required": 0,
    "returns": "Uint",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "for a guest"
      },
      {
        "id": "no_permission",
        "when": "for a member who moderates nowhere"
      }
    ]
  },
  {
    "class": "content_privatemessage",
    "method": "getUnreadInboxCount",
    "mode": "readonly",
    "doc": "Counts the unread messages in the inbox, the folder `messages`.",
    "parameters": [],
    "required": 0,
    "returns": "Uint",
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
    "returns": "ReadonlyMap<number, string>",
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
    "mode": "readonly",
    "doc": "The folder that deleted messages lie in: the trash.",
    "parameters": [],
    "required": 0,
    "returns": "Uint",
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
    "returns": "Uint",
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
    "example": "folderName=Trips&folderid=10"
  },
  {
    "class": "content_privatemessage",
    "method": "deleteFolder",
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
    "example": "folderid=10"
  },
  {
    "class": "content_privatemessage",
    "method": "getBareContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, BareContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_privatemessage",
    "method": "getConversationParent",
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
    "method": "getBbcodeOptions",
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
    "class": "content_privatemessage",
    "method": "isVisitorMessage",
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
    "class": "content_report",
    "method": "add",
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
              "doc": "Why, as BBCode."
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
      }
    ],
    "required": 1,
    "returns": "Uint",
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
    "example": "data[reportnodeid]=27&data[rawtext]=This is an advertisement."
  },
  {
    "class": "content_report",
    "method": "listReports",
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
                "kind": "string"
              },
              "optional": true,
              "doc": "`open` (when left out), `closed` or `all`."
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
                "kind": "string"
              },
              "optional": true,
              "doc": "`asc`, the oldest first (when left out), or `desc`."
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
    "returns": "ReportMap",
    "returnsDoc": "the reports by nodeid, in the list's order, each with the reported post",
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
    "example": "data[status]=open"
  },
  {
    "class": "content_report",
    "method": "countReports",
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
                "kind": "string"
              },
              "optional": true,
              "doc": "`open` (when left out), `closed` or `all`."
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
                "kind": "string"
              },
              "optional": true,
              "doc": "`asc`, the oldest first (when left out), or `desc`."
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
    "returns": "Uint",
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
    "example": "data[status]=all"
  },
  {
    "class": "content_report",
    "method": "getFullContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReportMap",
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
    "example": "nodeid=1"
  },
  {
    "class": "content_report",
    "method": "openClose",
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
          "kind": "string"
        },
        "optional": false,
        "doc": "`open` or `close`"
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
    "example": "nodeids[]=1&op=close"
  },
  {
    "class": "content_report",
    "method": "bulkdelete",
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
    "example": "nodeids[]=1"
  },
  {
    "class": "content_report",
    "method": "delete",
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
    "example": "nodeid=1"
  },
  {
    "class": "content_report",
    "method": "getContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_report",
    "method": "getBareContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, BareContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_report",
    "method": "getConversationParent",
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
    "class": "content_report",
    "method": "getBbcodeOptions",
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
    "class": "content_report",
    "method": "getQuoteText",
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
    "class": "content_report",
    "method": "isVisitorMessage",
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
    "class": "content_text",
    "method": "add",
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
              "doc": "Due for a topic."
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": false,
              "doc": "BBCode."
            },
            {
              "name": "setfor",
              "type": {
                "kind": "uint"
              },
              "optional": true,
              "doc": "For a message on a profile, in the channel of visitor messages: the member's userid."
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "TextOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Taken for compatibility: text is always BBCode."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "Uint",
    "returnsDoc": "the new nodeid",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such parent for the caller"
      },
      {
        "id": "no_permission",
        "when": "when he may not post there"
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
        "when": "when `setfor` is given for another place, or below a comment"
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
    "mode": "transaction",
    "doc": "Edits a post: its author within the time his usergroup has, or a moderator at any time.",
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
              "doc": "BBCode."
            },
            {
              "name": "reason",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Why, for the history."
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
        "when": "when the reason is too long"
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
    "example": "nodeid=28&data[rawtext]=Hello again"
  },
  {
    "class": "content_text",
    "method": "getQuotes",
    "mode": "readonly",
    "doc": "The texts of several posts as quotations, to begin a reply with: see getQuoteText.",
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
        "doc": "the posts, in the order of the reply"
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
        "id": "invalid_data",
        "when": "when there are too many ids"
      }
    ],
    "example": "nodeids[]=27&nodeids[]=28"
  },
  {
    "class": "content_text",
    "method": "listVisitorMessages",
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
    "returns": "ReadonlyMap<number, FullContent>",
    "returnsDoc": "the nodes by id, in the list's order; on the own profile also those that wait for approval",
    "throws": [],
    "example": "userid=3"
  },
  {
    "class": "content_text",
    "method": "countVisitorMessages",
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
    "returns": "Uint",
    "throws": [],
    "example": "userid=3"
  },
  {
    "class": "content_text",
    "method": "getEditHistory",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_text",
    "method": "compareVersions",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_text",
    "method": "restoreVersion",
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
    "example": "nodeid=27&postedithistoryid=1"
  },
  {
    "class": "content_text",
    "method": "deleteEditHistory",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_text",
    "method": "delete",
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
    "example": "nodeid=28"
  },
  {
    "class": "content_text",
    "method": "getFullContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "class": "content_text",
    "method": "getContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_text",
    "method": "getBareContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, BareContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_text",
    "method": "getConversationParent",
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
    "method": "getQuoteText",
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
    "class": "content_text",
    "method": "isVisitorMessage",
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
              "doc": "Due for a topic, unless there is a `url_title`."
            },
            {
              "name": "rawtext",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "BBCode; the videos when it is left out."
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
            }
          ]
        },
        "optional": false
      },
      {
        "name": "options",
        "type": {
          "kind": "fields",
          "name": "VideoOptions",
          "fields": [
            {
              "name": "wysiwyg",
              "type": {
                "kind": "boolean"
              },
              "optional": true,
              "doc": "Taken for compatibility: text is always BBCode."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 1,
    "returns": "Uint",
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
      }
    ],
    "example": "data[parentid]=14&data[title]=Watch this&data[url]=https://youtu.be/aqz-KE-bpKQ"
  },
  {
    "class": "content_video",
    "method": "update",
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
              "doc": "BBCode."
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
      }
    ],
    "example": "nodeid=28&data[url]=https://vimeo.com/1084537"
  },
  {
    "class": "content_video",
    "method": "getVideoFromUrl",
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
        "doc": "taken for compatibility"
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
    "method": "delete",
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
    "example": "nodeid=28"
  },
  {
    "class": "content_video",
    "method": "getFullContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "class": "content_video",
    "method": "getContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, FullContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_video",
    "method": "getBareContent",
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
        "doc": "taken for compatibility, and ignored"
      }
    ],
    "required": 1,
    "returns": "ReadonlyMap<number, BareContent>",
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
    "example": "nodeid=27"
  },
  {
    "class": "content_video",
    "method": "getConversationParent",
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
    "method": "getQuoteText",
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
    "class": "content_video",
    "method": "isVisitorMessage",
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
        "doc": "is accepted; all types belong to one package"
      }
    ],
    "required": 1,
    "returns": "Uint | false",
    "returnsDoc": "false when there is no such type",
    "throws": [],
    "example": "class=Text"
  },
  {
    "class": "filedata",
    "method": "fetchImageByFiledataid",
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
          "kind": "string"
        },
        "optional": true,
        "default": "'full'",
        "doc": "`full`, `large`, `medium`, `small`, `thumb` or `icon`; of a size that there is not, the next larger one"
      },
      {
        "name": "includeData",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "taken for compatibility: fetch `url`"
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
    "example": "nodeid=1"
  },
  {
    "class": "filedata",
    "method": "fetchPhotoFiledataid",
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
    "example": "nodeid=1"
  },
  {
    "class": "follow",
    "method": "add",
    "mode": "transaction",
    "doc": "Begins to follow a member, a topic or a channel. A member may want to approve his followers (the user option\n`moderatefollowers`); then the answer is 2. A reply or comment stands for its topic.",
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
          "kind": "string"
        },
        "optional": true,
        "default": "'follow_members'",
        "doc": "`follow_members`, `follow_contents` or `follow_channel`"
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
        "doc": "taken for compatibility"
      }
    ],
    "required": 1,
    "returns": "Uint",
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
    "example": "follow_item=3"
  },
  {
    "class": "follow",
    "method": "addFollower",
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
    "returns": "Uint",
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
    "example": "follower=3"
  },
  {
    "class": "follow",
    "method": "approveFollowing",
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
          "kind": "string"
        },
        "optional": true,
        "default": "'follow_members'",
        "doc": "`follow_members`, `follow_contents` or `follow_channel`"
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
    "returns": "Uint",
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
          "kind": "string"
        },
        "optional": true,
        "default": "'follow_members'"
      }
    ],
    "required": 0,
    "returns": "Uint",
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
    "class": "follow",
    "method": "getFollowers",
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
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `all`, `mostactive`, `leastactive`, `sort_recent`, `sort_old`, `sort_popular`, `sort_activitynew`, `sort_activityold`."
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `time_all`, `time_today` (24 hours), `time_lastweek`, `time_lastmonth`."
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
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `all`, `mostactive`, `leastactive`, `sort_recent`, `sort_old`, `sort_popular`, `sort_activitynew`, `sort_activityold`."
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `time_all`, `time_today` (24 hours), `time_lastweek`, `time_lastmonth`."
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
          "kind": "string"
        },
        "optional": true,
        "default": "'follow_all'",
        "doc": "`follow_members`, `follow_contents`, `follow_channel` or `follow_all`"
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
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "type",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "A type of follow; counts only where the parameter `type` is left out."
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
        "doc": "only topics of these types, such as `Text`"
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
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `all`, `mostactive`, `leastactive`, `sort_recent`, `sort_old`, `sort_popular`, `sort_activitynew`, `sort_activityold`."
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `time_all`, `time_today` (24 hours), `time_lastweek`, `time_lastmonth`."
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
    "mode": "readonly",
    "doc": "Lists what the caller follows.",
    "parameters": [
      {
        "name": "type",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "`follow_members`, `follow_contents`, `follow_channel` or `follow_all`"
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
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `all`, `mostactive`, `leastactive`, `sort_recent`, `sort_old`, `sort_popular`, `sort_activitynew`, `sort_activityold`."
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `time_all`, `time_today` (24 hours), `time_lastweek`, `time_lastmonth`."
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
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `all`, `mostactive`, `leastactive`, `sort_recent`, `sort_old`, `sort_popular`, `sort_activitynew`, `sort_activityold`."
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `time_all`, `time_today` (24 hours), `time_lastweek`, `time_lastmonth`."
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
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `all`, `mostactive`, `leastactive`, `sort_recent`, `sort_old`, `sort_popular`, `sort_activitynew`, `sort_activityold`."
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `time_all`, `time_today` (24 hours), `time_lastweek`, `time_lastmonth`."
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
          "kind": "string"
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
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "string"
              },
              "optional": true
            },
            {
              "name": "type",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "A type of follow; counts only where the parameter `type` is left out."
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
        "doc": "taken for compatibility"
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
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `all`, `mostactive`, `leastactive`, `sort_recent`, `sort_old`, `sort_popular`, `sort_activitynew`, `sort_activityold`."
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `time_all`, `time_today` (24 hours), `time_lastweek`, `time_lastmonth`."
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
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `all`, `mostactive`, `leastactive`, `sort_recent`, `sort_old`, `sort_popular`, `sort_activitynew`, `sort_activityold`."
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `time_all`, `time_today` (24 hours), `time_lastweek`, `time_lastmonth`."
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
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `all`, `mostactive`, `leastactive`, `sort_recent`, `sort_old`, `sort_popular`, `sort_activitynew`, `sort_activityold`."
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `time_all`, `time_today` (24 hours), `time_lastweek`, `time_lastmonth`."
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
        "doc": "taken for compatibility: it is always included"
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
      }
    ],
    "example": "nodeid=2"
  },
  {
    "class": "follow",
    "method": "getNodeSubscribers",
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
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `all`, `mostactive`, `leastactive`, `sort_recent`, `sort_old`, `sort_popular`, `sort_activitynew`, `sort_activityold`."
            },
            {
              "name": "filter_time",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "One of `time_all`, `time_today` (24 hours), `time_lastweek`, `time_lastmonth`."
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
    "example": "nodeid=2"
  },
  {
    "class": "follow",
    "method": "isFollowingContent",
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
    "returns": "Uint",
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
    "returns": "Uint",
    "returnsDoc": "0, 1, or 2 while he waits for approval; 0 for a guest",
    "throws": [],
    "example": "profileUser=2"
  },
  {
    "class": "hv",
    "method": "fetchHvType",
    "mode": "readonly",
    "doc": "How the board tells people from programs.",
    "parameters": [],
    "required": 0,
    "returns": "string",
    "returnsDoc": "`Question`, or `Disabled`",
    "throws": []
  },
  {
    "class": "hv",
    "method": "fetchRequireHvcheck",
    "mode": "readonly",
    "doc": "Whether the caller must pass human verification before he does something. Members need not.",
    "parameters": [
      {
        "name": "action",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "`register`, `post`, `search`, `contactus` or `lostpw`"
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
    "mode": "transaction",
    "doc": "Picks a question. It can be answered for an hour, and used once.",
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
    "returnsDoc": "false when the hash is not known or its time is over",
    "throws": [],
    "example": "hash=5f0c2d7e91ab4368b7d2c1e09a8f6453"
  },
  {
    "class": "hv",
    "method": "verifyToken",
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
          "kind": "string"
        },
        "optional": false,
        "doc": "`register`, `post`, `search`, `contactus` or `lostpw`"
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
        "id": "invalid_parameter",
        "when": "when the action is not known"
      }
    ],
    "example": "input[input]=blue&input[hash]=5f0c2d7e91ab4368b7d2c1e09a8f6453&action=register&return=1"
  },
  {
    "class": "language",
    "method": "fetchAll",
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
        "doc": "taken for compatibility: every language has all that there is"
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
        "doc": "taken for compatibility: members may choose any"
      }
    ],
    "required": 0,
    "returns": "ReadonlyMap<number, string>",
    "returnsDoc": "titles by id",
    "throws": []
  },
  {
    "class": "node",
    "method": "addAttachment",
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
              "doc": "With the extension that the upload has."
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
    "returns": "Uint",
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
        "when": "when a text is too long, or the name has another extension than the upload"
      },
      {
        "id": "too_many_attachments",
        "when": "past the option `attachlimit`, in an album `albumlimit`"
      }
    ],
    "example": "nodeid=1&data[filedataid]=1"
  },
  {
    "class": "node",
    "method": "removeAttachment",
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
    "returns": "Uint[]",
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
    "example": "attachmentid=1"
  },
  {
    "class": "node",
    "method": "markRead",
    "mode": "transaction",
    "doc": "Marks a topic or channel as read.",
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
      }
    ],
    "required": 1,
    "returns": "Uint[]",
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
    "method": "fetchActivity",
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
                "kind": "string"
              },
              "optional": true,
              "doc": "`sort_recent`, `sort_oldest`, `sort_popular` (the last month unless `date` says more) or `sort_featured`."
            },
            {
              "name": "filter_source",
              "type": {
                "kind": "string"
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
                "kind": "string"
              },
              "optional": true,
              "doc": "`daily`, `weekly`, `monthly`, or nothing for ever."
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
    "returns": "ContentMap",
    "returnsDoc": "the nodes by id, in the list's order",
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
    "method": "fetchModLogs",
    "mode": "readonly",
    "doc": "Reads what moderators have done to a post, or in a channel; the latest first.",
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
    "example": "nodeid=14"
  },
  {
    "class": "node",
    "method": "fetchModerators",
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
    "example": "nodeid=14&userid=3&permissions[]=canmoderateposts"
  },
  {
    "class": "node",
    "method": "setNodeOptions",
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
    "returns": "Uint",
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
    "example": "nodeid=14&options[moderate_topics]=1"
  },
  {
    "class": "node",
    "method": "getAnswerNodeids",
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
    "returns": "Uint[]",
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
    "method": "mergeTopics",
    "mode": "transaction",
    "doc": "Merges topics into another: their posts become its replies, and keep their authors and dates. Who followed them\nfollows it, and it has their tags, too.",
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
    "returns": "Uint[]",
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
    "example": "nodeids[]=27&targetnodeid=14"
  },
  {
    "class": "node",
    "method": "mergePosts",
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
    "example": "input[mergePosts][]=27&input[mergePosts][]=28&input[destnodeid]=27"
  },
  {
    "class": "node",
    "method": "cloneNodes",
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
        "doc": "the title of the topics that the copies begin; else they keep their own. Due where there is none"
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
    "example": "nodeids[]=27&to_parent=14"
  },
  {
    "class": "node",
    "method": "moveNodes",
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
        "doc": "the new topic's title; else the oldest post keeps its own. Due for messages that leave a profile"
      },
      {
        "name": "modlog",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "true",
        "doc": "taken for compatibility: the log always tells of it"
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
    "returns": "Uint[]",
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
    "example": "nodeids[]=27&to_parent=14"
  },
  {
    "class": "node",
    "method": "approve",
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
    "returns": "Uint[]",
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
    "example": "nodeids[]=28"
  },
  {
    "class": "node",
    "method": "unapprove",
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
    "returns": "Uint[]",
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
    "example": "nodeids[]=28"
  },
  {
    "class": "node",
    "method": "setApproved",
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
    "returns": "Uint[]",
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
    "example": "nodeids[]=28&approved=1"
  },
  {
    "class": "node",
    "method": "setApprovedPost",
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
        "default": "new Map()",
        "doc": "taken for compatibility, and ignored"
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
    "example": "nodeid=28&approved=1"
  },
  {
    "class": "node",
    "method": "listPendingPosts",
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
    "example": "options[page]=1"
  },
  {
    "class": "node",
    "method": "listPendingPostsForCurrentUser",
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
    "method": "deleteNodesAsSpam",
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
        "doc": "a usergroup of banned members (`usergroup.fetchBannedUsergroups`), due with `banusers`"
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
        "doc": "taken for compatibility: the board reports to nobody outside"
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
    "example": "nodeids[]=28&hard=0&reason=Spam"
  },
  {
    "class": "node",
    "method": "deleteNodes",
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
        "doc": "taken for compatibility, as is `reportspam`: the log always tells of it"
      },
      {
        "name": "reportspam",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false"
      }
    ],
    "required": 1,
    "returns": "Uint[]",
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
    "example": "nodeids[]=28&hard=0&reason=Off topic"
  },
  {
    "class": "node",
    "method": "openNode",
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
    "returns": "Uint[]",
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
    "example": "nodeid=27"
  },
  {
    "class": "node",
    "method": "closeNode",
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
    "returns": "Uint[]",
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
    "example": "nodeid=27"
  },
  {
    "class": "node",
    "method": "canOpenCloseNode",
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
    "returns": "Uint[]",
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
    "example": "nodeids[]=28"
  },
  {
    "class": "node",
    "method": "setSticky",
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
    "returns": "Uint[]",
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
    "example": "nodeids[]=27"
  },
  {
    "class": "node",
    "method": "unsetSticky",
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
    "returns": "Uint[]",
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
    "example": "nodeids[]=27"
  },
  {
    "class": "node",
    "method": "setFeatured",
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
    "returns": "Uint[]",
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
    "example": "nodeids[]=27"
  },
  {
    "class": "node",
    "method": "setUnFeatured",
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
    "returns": "Uint[]",
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
    "example": "nodeids[]=27"
  },
  {
    "class": "node",
    "method": "listNodeContent",
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
                "kind": "string"
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
    "returns": "ContentMap",
    "returnsDoc": "the nodes by id, in the list's order",
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
                "kind": "string"
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
    "returns": "ContentMap",
    "returnsDoc": "the nodes by id, in the list's order",
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
        "doc": "taken for compatibility, as is `perpage`"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "20"
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
                "kind": "string"
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
    "returns": "Uint",
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
    "method": "fetchChannelNodeTree",
    "mode": "readonly",
    "doc": "Reads the tree of channels that the caller may enter.",
    "parameters": [
      {
        "name": "parentid",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "0 for the main forum"
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
        "doc": "taken for compatibility, as is `perpage`: the whole tree is returned"
      },
      {
        "name": "perpage",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "20"
      }
    ],
    "required": 0,
    "returns": "ChannelTree",
    "returnsDoc": "`channels` by id, each with its `subchannels` by id; always objects",
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
    "mode": "readonly",
    "doc": "The root channel of the forums.",
    "parameters": [],
    "required": 0,
    "returns": "Uint",
    "throws": []
  },
  {
    "class": "node",
    "method": "fetchPMChannel",
    "mode": "readonly",
    "doc": "The channel that private messages lie below. Nobody enters it: see content_privatemessage.",
    "parameters": [],
    "required": 0,
    "returns": "Uint",
    "returnsDoc": "its nodeid",
    "throws": []
  },
  {
    "class": "node",
    "method": "fetchVMChannel",
    "mode": "readonly",
    "doc": "The channel of the messages on members' profiles: see content_text.listVisitorMessages.",
    "parameters": [],
    "required": 0,
    "returns": "Uint",
    "returnsDoc": "its nodeid",
    "throws": []
  },
  {
    "class": "node",
    "method": "fetchAlbumChannel",
    "mode": "readonly",
    "doc": "The channel that members' albums are topics of: see content_gallery.add.",
    "parameters": [],
    "required": 0,
    "returns": "Uint",
    "returnsDoc": "its nodeid",
    "throws": []
  },
  {
    "class": "node",
    "method": "getAlbums",
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
    "returns": "AlbumMap",
    "returnsDoc": "the albums by id, in the list's order, each with its first photo; none for a post by a guest",
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
    "method": "getNode",
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
    "mode": "readonly",
    "doc": "Reads a node with its content.",
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
        "default": "false"
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
        "doc": "taken for compatibility: the node's own type is known"
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
    "mode": "readonly",
    "doc": "Reads several nodes with their content. Those that the caller may not see are left out.",
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
    "method": "getContentforNodes",
    "mode": "readonly",
    "doc": "The same as getFullContentforNodes.",
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
    "mode": "readonly",
    "doc": "The options that nodes may have: their names and bits.",
    "parameters": [],
    "required": 0,
    "returns": "Readonly<Record<string, number>>",
    "throws": []
  },
  {
    "class": "node",
    "method": "markReadMultiple",
    "mode": "transaction",
    "doc": "Marks several topics or channels as read; a mark on a channel is one for all below it. Those that the caller may\nnot see are left out, as if they did not exist.",
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
    "returns": "Uint[]",
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
    "method": "markChannelsRead",
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
    "returns": "Uint[]",
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
    "mode": "readonly",
    "doc": "Counts what is new for the caller in channels and topics, for badges. Ours: vBulletin has no method for it. A\nchannel counts among its 500 topics with the newest posts. Those that the caller may not see are left out.",
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
    "method": "getChannelStatistics",
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
    "mode": "readonly",
    "doc": "The channels that the caller may enter.",
    "parameters": [],
    "required": 0,
    "returns": "Uint[]",
    "returnsDoc": "their ids, those above before those below",
    "throws": []
  },
  {
    "class": "nodevote",
    "method": "voteNode",
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
    "example": "nodeid=27&votetypeid=1"
  },
  {
    "class": "nodevote",
    "method": "unvoteNode",
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
                "kind": "string"
              },
              "optional": true,
              "doc": "`desc`, the newest first, or `asc`."
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
                "kind": "string"
              },
              "optional": true,
              "doc": "A category: `content`, `nodeaction`, `pollvote`, `userrelation` or `visitormessage`; `all` or empty for all."
            },
            {
              "name": "typename",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "One type, such as `reply`; empty for all."
            },
            {
              "name": "readFilter",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "`unread_only` (when left out), `read_only` or `*`."
            }
          ]
        },
        "optional": true,
        "default": "{}"
      }
    ],
    "required": 0,
    "returns": "ReadonlyMap<number, NotificationAnswer>",
    "returnsDoc": "them by id, in the list's order",
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
    "mode": "readonly",
    "doc": "Counts the caller's unread notifications. Ours: vBulletin counts them elsewhere.",
    "parameters": [],
    "required": 0,
    "returns": "Uint",
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
                "kind": "string"
              },
              "optional": true,
              "doc": "`desc`, the newest first, or `asc`."
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
                "kind": "string"
              },
              "optional": true,
              "doc": "A category: `content`, `nodeaction`, `pollvote`, `userrelation` or `visitormessage`; `all` or empty for all."
            },
            {
              "name": "typename",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "One type, such as `reply`; empty for all."
            },
            {
              "name": "readFilter",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "`unread_only` (when left out), `read_only` or `*`."
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
    "example": "undoid=1"
  },
  {
    "class": "options",
    "method": "fetch",
    "mode": "readonly",
    "doc": "Reads groups of options: `options` or `publicoptions` (both are the public ones) and `miscoptions` (there are none).\nOther groups are left out, as are options that are not public.",
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
        "default": "['options']",
        "doc": "the names of groups; all public options when left out"
      }
    ],
    "required": 0,
    "returns": "ReadonlyMap<string, OptionValues>",
    "returnsDoc": "each group asked for, with its options by name",
    "throws": [],
    "example": "options[]=options"
  },
  {
    "class": "options",
    "method": "fetchValues",
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
        "doc": "`error`, `feature`, `global`, `emailsubject`, `emailbody`; others are left out"
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
    "class": "profile",
    "method": "upload",
    "mode": "steps",
    "doc": "Makes an uploaded picture the avatar: a square of it, made as small as the option `avatarmaxdimension`.",
    "parameters": [
      {
        "name": "file",
        "type": {
          "kind": "file"
        },
        "optional": false,
        "doc": "a picture (JPEG, PNG, GIF, WebP, AVIF)"
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
        "when": "when files of that name are not taken"
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
        "when": "when it is damaged, or not what its name says"
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
        "when": "when it is no URL of the web"
      },
      {
        "id": "upload_file_failed",
        "when": "when it could not be fetched"
      },
      {
        "id": "upload_stopped_by_extension",
        "when": "when files of that name are not taken"
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
        "when": "when it is damaged, or not what its name says"
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
    "example": "filedataid=1&data[x1]=0&data[y1]=0&data[width]=100&data[height]=100"
  },
  {
    "class": "profile",
    "method": "resetAvatar",
    "mode": "transaction",
    "doc": "Takes the own avatar back: a default one takes its place.",
    "parameters": [
      {
        "name": "type",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "'avatar'",
        "doc": "only `avatar`"
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
                "kind": "string"
              },
              "optional": true,
              "doc": "`photo`, also when it is left out, or `video`."
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
        "doc": "taken for compatibility"
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
    "example": "nodeid=27&votetypeid=1"
  },
  {
    "class": "reactions",
    "method": "unvoteNode",
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
    "example": "nodeid=27"
  },
  {
    "class": "reputation",
    "method": "unvote",
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
    "class": "search",
    "method": "getInitialResults",
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
        "doc": "taken for compatibility: each result names its topic"
      },
      {
        "name": "searchType",
        "type": {
          "kind": "uint"
        },
        "optional": true,
        "default": "0",
        "doc": "taken for compatibility"
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
        "doc": "taken for compatibility"
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
        "doc": "taken for compatibility"
      }
    ],
    "required": 1,
    "returns": "Uint",
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
        "doc": "taken for compatibility: each result names its topic"
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
    "example": "resultId=1&pagenumber=2"
  },
  {
    "class": "search",
    "method": "getMoreNodes",
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
    "example": "resultId=1&pagenumber=2"
  },
  {
    "class": "search",
    "method": "getInfo",
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
    "method": "getChannelTopics",
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
        "doc": "taken for compatibility: the post's topic is known"
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
          "kind": "string"
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
    "returns": "Uint",
    "returnsDoc": "from 1 on; 0 when the post is on none of these pages",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such post for the caller"
      },
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
    "returns": "SearchResults['results']",
    "returnsDoc": "the topics by id",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such topic for the caller"
      }
    ],
    "example": "nodeid=27&count=5"
  },
  {
    "class": "search",
    "method": "getSearchableContentTypes",
    "mode": "readonly",
    "doc": "The content types that can be searched for.",
    "parameters": [],
    "required": 0,
    "returns": "ReadonlyMap<number, SearchableType>",
    "returnsDoc": "the types by id",
    "throws": []
  },
  {
    "class": "search",
    "method": "getChannels",
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
        "default": "new Map()",
        "doc": "taken for compatibility"
      },
      {
        "name": "skipcache",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "taken for compatibility: channels are never stale"
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
    "returns": "ReadonlyMap<number, SearchChannel>",
    "returnsDoc": "the channels by id, each with its `subchannels` by id unless the list is flat",
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such channel for the caller"
      }
    ],
    "example": "flat=1"
  },
  {
    "class": "site",
    "method": "getSiteStatistics",
    "mode": "readonly",
    "doc": "Counts topics and posts in the channels that the caller may read, members, members active in the last thirty days,\nand names the newest member.",
    "parameters": [],
    "required": 0,
    "returns": "Statistics",
    "throws": []
  },
  {
    "class": "tags",
    "method": "addTags",
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
    "method": "fetchTagByText",
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
          "kind": "string"
        },
        "optional": true,
        "default": "'nodes'",
        "doc": "`nodes`; vBulletin's cloud of searches is not kept"
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
    "method": "validTags",
    "mode": "readonly",
    "doc": "Tells whether tags could be given, and, with a topic, whether it would take them from the caller.",
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
    "throws": [
      {
        "id": "invalid_node_id",
        "when": "when there is no such topic for the caller"
      }
    ],
    "example": "taglist=lens,night"
  },
  {
    "class": "user",
    "method": "fetchCurrentUserinfo",
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
        "doc": "is accepted; the record is the same for all"
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
        "doc": "is accepted"
      },
      {
        "name": "nocache",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "is accepted; the record is never out of date"
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
        "doc": "is accepted; the record is the same for all"
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
    "mode": "readonly",
    "doc": "Look a member up by e-mail address: oneself, or anybody for administrators. Others learn nothing.",
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
        "doc": "is accepted; the record is the same for all"
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
    "method": "checkUsername",
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
        "when": "when it has characters that cannot be used, or is kept for the board"
      },
      {
        "id": "usernametaken",
        "when": "when another member has it, or one that looks the same"
      }
    ],
    "example": "candidate=Newcomer"
  },
  {
    "class": "user",
    "method": "save",
    "mode": "steps",
    "doc": "Register (userid 0, as a guest or an administrator), or change the own profile. Administrators may change anybody's.\n\nA new password is its plain text, or the 32 hex digits of its md5 sum. To change the own e-mail address or password\nthe current password must be there: in `extra[password]`, or, when that is not sent, in `password`. A new password\nends the member's other sessions. Only what differs is changed, so a client may send back all it has read.\n\nWhere the option `verifyemail` is set, a new member is in usergroup 3 until he has confirmed his address with\n`user.activateUser`, and another address counts only then.",
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
        "doc": "of a new member the password. Else the current password; but the new one next to `extra[password]`, or when an administrator changes another's. Empty to change none"
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
              "optional": true
            },
            {
              "name": "usertitle",
              "type": {
                "kind": "string"
              },
              "optional": true
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
              "name": "timezoneoffset",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "Hours from UTC."
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
              "optional": true
            },
            {
              "name": "styleid",
              "type": {
                "kind": "uint"
              },
              "optional": true
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
        "default": "new Map()",
        "doc": "switches by name, such as `invisible`"
      },
      {
        "name": "adminoptions",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "new Map()",
        "doc": "is accepted"
      },
      {
        "name": "userfield",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "new Map()",
        "doc": "values of the custom profile fields by name: `field1`, `field2`, …"
      },
      {
        "name": "notificationOptions",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "new Map()",
        "doc": "is accepted"
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
        "default": "new Map()",
        "doc": "is accepted"
      },
      {
        "name": "moderatorEmailNotificationOptions",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "new Map()",
        "doc": "is accepted"
      }
    ],
    "required": 2,
    "returns": "Uint",
    "returnsDoc": "the userid",
    "throws": [
      {
        "id": "not_logged_no_permission",
        "when": "when a guest changes a profile"
      },
      {
        "id": "no_permission",
        "when": "when a member registers, changes another's profile, or his own name or usergroups"
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
        "when": "when the name has characters that cannot be used, or is kept for the board"
      },
      {
        "id": "usernametaken",
        "when": "when another member has the name, or one that looks the same"
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
        "when": "when another value cannot be used (its name)"
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
        "id": "under_thirteen_registration_denied",
        "when": "when children cannot register"
      },
      {
        "id": "rate_limited",
        "when": "when too many mails were asked for (seconds to wait)"
      },
      {
        "id": "invalid_user_specified",
        "when": "when there is no such member"
      }
    ],
    "example": "userid=0&password=newcomer-password&user[username]=Newcomer&user[email]=newcomer@example.org"
  },
  {
    "class": "user",
    "method": "login",
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
    "example": "username=alice&password=alice-password"
  },
  {
    "class": "user",
    "method": "login2",
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
    "example": "username=alice&passwords[password]=alice-password"
  },
  {
    "class": "user",
    "method": "loginSpecificUser",
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
    "example": "userid=1&passwords[password]=admin-password"
  },
  {
    "class": "user",
    "method": "logout",
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
        "doc": "is accepted; the signature protects the call already"
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
    "mode": "transaction",
    "doc": "Log out everywhere: all sessions of the caller end. This one goes on as a guest, as after `user.logout`.",
    "parameters": [
      {
        "name": "logouthash",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "is accepted; the signature protects the call already"
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
    "method": "needMFA",
    "mode": "readonly",
    "doc": "Whether an authentication code may be due: of a guest, whether members of this board may have codes; of a member,\nwhether he has.",
    "parameters": [
      {
        "name": "logintype",
        "type": {
          "kind": "string"
        },
        "optional": false,
        "doc": "empty, `cplogin`, `modcplogin` or `mfareset`: the answer is the same for all"
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
    "example": "userid=2"
  },
  {
    "class": "user",
    "method": "setMfaEnabled",
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
    "example": "userid=2&enabled=0"
  },
  {
    "class": "user",
    "method": "fetchProfileFieldsForRegistration",
    "mode": "readonly",
    "doc": "The custom profile fields of the registration form, in the order in which they are shown.",
    "parameters": [
      {
        "name": "userinfo",
        "type": {
          "kind": "struct"
        },
        "optional": true,
        "default": "new Map()",
        "doc": "is accepted"
      }
    ],
    "required": 0,
    "returns": "readonly RegistrationField[]",
    "throws": []
  },
  {
    "class": "user",
    "method": "useCoppa",
    "mode": "readonly",
    "doc": "Whether the board treats children under 13 in another way: then a birthday is due to register.",
    "parameters": [],
    "required": 0,
    "returns": "boolean",
    "throws": []
  },
  {
    "class": "user",
    "method": "needsCoppa",
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
    "returns": "Uint",
    "returnsDoc": "0: a member like others; 1: an administrator must agree; 2: he cannot register",
    "throws": [],
    "example": "dateInfo[month]=2&dateInfo[day]=28&dateInfo[year]=2001"
  },
  {
    "class": "user",
    "method": "activateUser",
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
      }
    ],
    "example": "userid=0&email=nobody@example.org"
  },
  {
    "class": "user",
    "method": "setNewPassword",
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
        "default": "new Map()",
        "doc": "is accepted"
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
        "default": "new Map()",
        "doc": "is accepted"
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
    "method": "fetchSignature",
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
        "doc": "is accepted; pictures are named in the text"
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
    "class": "user",
    "method": "fetchProfileInfo",
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
    "mode": "readonly",
    "doc": "The titles of the custom profile fields that everybody may see.",
    "parameters": [],
    "required": 0,
    "returns": "ReadonlyMap<string, string>",
    "returnsDoc": "titles by the field's name: field1, field2, …",
    "throws": []
  },
  {
    "class": "user",
    "method": "fetchUserSettings",
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
    "example": "userid=2"
  },
  {
    "class": "user",
    "method": "getPersonalData",
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
    "example": "userid=2"
  },
  {
    "class": "user",
    "method": "updateStatus",
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
    "example": "userid=2&status=Travelling"
  },
  {
    "class": "user",
    "method": "fetchTimeOffset",
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
    "returns": "Int",
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
    "example": "userid=2"
  },
  {
    "class": "user",
    "method": "isIgnoringUser",
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
        "doc": "is accepted; the answer is never out of date"
      }
    ],
    "required": 1,
    "returns": "boolean",
    "throws": [],
    "example": "userid=2"
  },
  {
    "class": "user",
    "method": "getAutocomplete",
    "mode": "readonly",
    "doc": "Suggests members whose name begins with a text. Case does not count.",
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
          "kind": "string"
        },
        "optional": true,
        "default": "'username'",
        "doc": "`username`, `joindate`, `posts`, `reputation` or `userid`"
      },
      {
        "name": "direction",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "'ASC'",
        "doc": "`ASC` or `DESC`"
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
                "kind": "string"
              },
              "optional": true,
              "doc": "`username`, `joindate`, `posts`, `reputation` or `userid`."
            },
            {
              "name": "sortorder",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "`asc` or `desc`."
            },
            {
              "name": "startswith",
              "type": {
                "kind": "string"
              },
              "optional": true,
              "doc": "The begin of the name, or `#` for names that begin with none of a to z."
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
    "method": "fetchUsernames",
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
    "returns": "ReadonlyMap<number, NameAndUrl>",
    "returnsDoc": "names by userid",
    "throws": [],
    "example": "userIds[]=1&userIds[]=2"
  },
  {
    "class": "user",
    "method": "getNamecardInfo",
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
    "returns": "ReadonlyMap<number, Namecard>",
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
    "method": "hasPermissions",
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
      }
    ],
    "example": "group=forumpermissions&permission=canview&nodeIds[]=1"
  },
  {
    "class": "user",
    "method": "getCanCreate",
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
    "returns": "Uint",
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
        "doc": "is accepted"
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
    "example": "userid=2"
  },
  {
    "class": "user",
    "method": "currentUserHasAdminPermission",
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
    "example": "userids[]=2&banusergroupid=8&period=D_7&reason=Spam"
  },
  {
    "class": "usergroup",
    "method": "fetchUsergroupList",
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
        "doc": "is accepted; the list is never out of date"
      }
    ],
    "required": 0,
    "returns": "readonly UsergroupRow[]",
    "throws": []
  },
  {
    "class": "usergroup",
    "method": "fetchUsergroupByID",
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
    "example": "userid=2&usergroupid=2"
  },
  {
    "class": "wol",
    "method": "fetchAll",
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
        "doc": "taken for compatibility: what somebody reads is not recorded"
      },
      {
        "name": "who",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "''",
        "doc": "`members`, `guests`, `spiders` (none), or empty for all"
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
          "kind": "string"
        },
        "optional": true,
        "default": "'time'",
        "doc": "`time` or `username`"
      },
      {
        "name": "sortorder",
        "type": {
          "kind": "string"
        },
        "optional": true,
        "default": "'desc'",
        "doc": "`desc` or `asc`"
      },
      {
        "name": "resolveIp",
        "type": {
          "kind": "boolean"
        },
        "optional": true,
        "default": "false",
        "doc": "taken for compatibility: addresses are not resolved"
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
        "doc": "taken for compatibility: what somebody reads is not recorded"
      }
    ],
    "required": 0,
    "returns": "OnlineCounts",
    "throws": []
  }
];
