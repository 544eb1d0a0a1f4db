// Written by `npm run reference` from src/services: change it there.

/** Every method of the API. */
export interface Api {
  /** The protocol itself. */
  api: {
    /**
     * Begins: registers the client on first contact and issues an access token.
     *
     * Without `api_c` the app is registered as a new client, with an id, a secret and a guest token of its own, also if
     * another installation has given the same five names. With `api_c` it stays that client: with a live `api_s` it gets
     * that token back, the logged-in member included, with a dead one a fresh guest token. The call need not be signed;
     * with `api_c` the secret is told only if it is. Two more ways lead back to the session of a login, since vBulletin's
     * manual begins again after one: `api_s` with the `sessionhash` that the login has answered with, and, for ten
     * minutes, `api_c` alone, if the call is signed (with nothing for the token).
     * @throws invalid_clientid when `api_c` is not known or has been revoked
     */
    init(params?: {
      /** the app's name */
      clientname?: string;
      /** its version */
      clientversion?: string;
      /** such as `Android` */
      platformname?: string;
      /** its version */
      platformversion?: string;
      /** what tells this installation from others */
      uniqueid?: string;
    }, options?: CallOptions): Promise<InitResult>;
    /** Lists every method with its parameters, result and errors. */
    methods(params?: Record<string, never>, options?: CallOptions): Promise<MethodSummary[]>;
  };
  /** Keys for the APIs of others that the board answers in, such as Invision's. For administrators. */
  apikey: {
    /**
     * Lists all keys, without their texts; revoked ones stay among them for thirty days.
     * @throws no_permission for all but administrators
     * @throws not_logged_no_permission for a guest
     */
    fetchAll(params?: Record<string, never>, options?: CallOptions): Promise<readonly ApiKey[]>;
    /**
     * Makes a key. It acts as the site: it sees all, and writes in the name of any member. The log of
     * `node.fetchModLogs` tells who has made, changed, rotated and revoked keys.
     * @returns the key, which is not shown again
     * @throws no_permission for all but administrators
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when something of it cannot be used, or there are too many keys
     * @throws invalid_user_specified when there is no such member
     */
    add(params: {
      data: NewApiKeyData;
    }, options?: CallOptions): Promise<IssuedKey>;
    /**
     * Changes what a key may be used for.
     * @returns the key as it is now
     * @throws no_permission for all but administrators
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there is no such key, or something of it cannot be used
     */
    update(params: {
      apikeyid: number | string;
      data: ApiKeyData;
    }, options?: CallOptions): Promise<ApiKey>;
    /**
     * Puts another key in the place of one.
     * @returns the new key, which is not shown again
     * @throws no_permission for all but administrators
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there is no such key, it has been revoked, or the grace is too long
     */
    rotate(params: {
      apikeyid: number | string;
      /** seconds for which the key before works as well, thirty days at most; 0 ends it at once */
      grace?: number | string;
    }, options?: CallOptions): Promise<IssuedKey>;
    /**
     * Ends a key at once and for good.
     * @returns whether it has been good until now
     * @throws no_permission for all but administrators
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there is no such key
     */
    revoke(params: {
      apikeyid: number | string;
    }, options?: CallOptions): Promise<KeyRevoked>;
    /**
     * Lists what was asked with a key while its requests were written down, the latest first.
     * @throws no_permission for all but administrators
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there is no such key
     */
    fetchLog(params: {
      apikeyid: number | string;
      /** from 1 on; a page past the end is empty */
      page?: number | string;
      /** at most the option `maxperpage`; 0 for 20 */
      perpage?: number | string;
    }, options?: CallOptions): Promise<readonly ApiKeyUse[]>;
  };
  /**
   * Posts of whatever type: each call is that of the type's own class, such as content_poll. Private messages and reports
   * are known to their own classes alone.
   */
  content: {
    /**
     * Posts content of a type: see the `add` of its class, which also says what is refused.
     * @returns the new nodeid
     * @throws invalid_data when content of the type is not made here
     * @throws missing_parameter when something is left out that the type needs
     * @throws invalid_node_id when there is no such parent for the caller
     * @throws no_permission when he may not post content of the type there
     * @throws not_logged_no_permission when a guest may not
     * @throws missing_content when the text is empty
     * @throws title_required when a topic has no title
     * @throws text_too_long past the option `postmaxchars`
     * @throws title_too_long past the option `titlemaxchars`
     * @throws too_many_tags past the options `maxtags` and `maxstartertags`
     * @throws duplicate_post when the same was posted in the same place a moment ago
     * @throws category_takes_no_topics when the channel is a category
     * @throws threadclosed when the topic is closed
     * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
     */
    add(params: {
      data: ContentData;
      options?: PostOptions;
    }, options?: CallOptions): Promise<number>;
    /**
     * Edits a post: see the `update` of the class of its type, which also says what is refused.
     * @returns true
     * @throws invalid_node_id when there is no such post for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not edit it
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     * @throws invalid_data when `publishdate` is none, or lies too far ahead
     * @throws missing_content when the text is empty
     * @throws title_required when a topic would lose its title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws text_too_long past the option `postmaxchars`
     */
    update(params: {
      nodeid: number | string;
      data: ContentChanges;
      options?: PostOptions;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Deletes a post for good, with all below it: see content_text.delete.
     * @returns true
     * @throws invalid_node_id when there is no such post for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not remove posts there
     */
    delete(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * The text as a quotation, to begin a reply with.
     * @returns BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it
     * @throws invalid_node_id when there is no such content for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getQuoteText(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Several texts as quotations, to begin a reply with: see getQuoteText.
     * @returns BBCode, with an empty line between two quotations
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     * @throws invalid_data when there are too many ids
     */
    getQuotes(params: {
      /** at most 20, in the order of the reply */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<string>;
    /**
     * Reads a node with its content, its author, topic and channel, and what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     */
    getFullContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content: see getFullContent.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content, and without what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getBareContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, BareContent>>;
    /**
     * The topic that a post belongs to; of a topic or a channel the channel it is in.
     * @returns false when there is no such node for the caller, or nothing above it that he may enter
     */
    getConversationParent(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<NodeAnswer | false>;
    /**
     * What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made
     * links, and neither HTML nor smilies.
     * @throws invalid_node_id when there is no such node for the caller
     */
    getBbcodeOptions(params: {
      nodeId: number | string;
    }, options?: CallOptions): Promise<BbcodeOptions>;
    /**
     * Whether a node is a message on a member's profile, or an answer to one.
     * @throws invalid_node_id when there is no such node for the caller
     */
    isVisitorMessage(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
  };
  /**
   * Attachments: files that belong to posts. A file is uploaded first, and then attached; what is not attached within a
   * day is removed. An attachment's id is that of no node: it is read through this class, and stands in the content of
   * its post.
   */
  content_attach: {
    /**
     * Uploads a file, to be attached to a post by `add`.
     * @returns the upload, for its owner
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may attach files nowhere
     * @throws upload_stopped_by_extension when neither its bytes nor its name are of a type that is taken
     * @throws upload_file_exceeds_limit past the option `attachmaxbytes`
     * @throws upload_quota_exceeded past the option `attachquota`
     * @throws upload_exceeds_dimensions when a picture has too many pixels
     * @throws invalid_file when it is empty
     * @throws invalid_file_data when it is damaged, or its bytes are of no type that is taken
     * @throws upload_writefile_failed when it could not be stored
     * @throws invalid_parameter when the posthash is too long
     */
    upload(params: {
      /** a picture (JPEG, PNG, GIF, WebP, AVIF, HEIC), PDF, zip archive, UTF-8 text, a film or sound (MP4, QuickTime, WebM, MP3, M4A, Ogg); its bytes say what it is, and the ending of its name is mended */
      file: FileInput;
      /** what the client calls the post that the file is for, at most 32 characters: see fetchByPosthash */
      posthash?: string;
    }, options?: CallOptions): Promise<FileInfo>;
    /**
     * Lists the caller's uploads for a post that is yet to be written, by the name that he gave it. Ours.
     * @returns the uploads that no post has yet, the first one first; at most the option `attachlimit`
     * @throws not_logged_no_permission for a guest
     */
    fetchByPosthash(params: {
      /** as in `upload` */
      posthash: string;
    }, options?: CallOptions): Promise<FileInfo[]>;
    /**
     * Uploads a picture, to be attached to a post.
     * @returns the upload, for its owner
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may attach files nowhere
     * @throws upload_stopped_by_extension when neither its bytes nor its name are of a type that is taken
     * @throws upload_file_exceeds_limit past the option `attachmaxbytes`
     * @throws upload_quota_exceeded past the option `attachquota`
     * @throws upload_exceeds_dimensions when it has too many pixels
     * @throws invalid_file when it is empty, or no picture
     * @throws invalid_file_data when it is damaged, or its bytes are of no type that is taken
     * @throws upload_writefile_failed when it could not be stored
     */
    uploadPhoto(params: {
      file: FileInput;
    }, options?: CallOptions): Promise<FileInfo>;
    /**
     * Uploads a picture of which `profile.cropFileData` then makes the avatar. Its size in pixels does not matter.
     * @returns the upload, for its owner
     * @throws not_logged_no_permission for a guest
     * @throws upload_stopped_by_extension when neither its bytes nor its name are of a type that is taken
     * @throws upload_file_exceeds_limit past the option `avatarmaxbytes`
     * @throws upload_quota_exceeded past the option `attachquota`
     * @throws upload_exceeds_dimensions when it has too many pixels to be read
     * @throws invalid_file when it is empty, or no picture
     * @throws invalid_file_data when it is damaged, or its bytes are of no type that is taken
     * @throws upload_writefile_failed when it could not be stored
     */
    uploadProfilePicture(params: {
      file: FileInput;
    }, options?: CallOptions): Promise<FileInfo>;
    /**
     * Uploads a file from a URL: of a server on the public internet, on the usual ports, within ten seconds.
     * @returns the upload, for its owner
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may attach files nowhere
     * @throws invalid_parameter when it is not a web address
     * @throws upload_file_failed when it could not be fetched
     * @throws upload_stopped_by_extension when neither its bytes nor its name are of a type that is taken
     * @throws upload_file_exceeds_limit past the option `attachmaxbytes`
     * @throws upload_quota_exceeded past the option `attachquota`
     * @throws upload_exceeds_dimensions when a picture has too many pixels
     * @throws invalid_file when it is empty
     * @throws invalid_file_data when it is damaged, or its bytes are of no type that is taken
     * @throws upload_writefile_failed when it could not be stored
     */
    uploadUrl(params: {
      /** http or https, without a password */
      url: string;
      /** has no effect: the upload is kept as one for posts, which an avatar may be made of, too */
      attachment?: boolean;
      /** has no effect: uploads are treated alike wherever they come from */
      uploadfrom?: string;
    }, options?: CallOptions): Promise<FileInfo>;
    /**
     * Attaches an upload of the caller's to a post. What is attached to it already keeps its id.
     * @returns the attachment's id
     * @throws invalid_node_id when there is no such post for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not edit the post or attach files there
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     * @throws invalid_filedata_id when there is no such upload of the caller's
     * @throws invalid_data when a text is too long
     * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
     */
    add(params: {
      data: AttachData;
      /** has no effect: nobody is notified of an attachment */
      options?: AttachOptions;
    }, options?: CallOptions): Promise<number>;
    /**
     * Changes an attachment's name, caption, settings or place.
     * @returns true
     * @throws invalid_attachment_id when there is no such attachment for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not edit the post
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     * @throws invalid_data when a text is too long
     */
    update(params: {
      /** the attachment */
      nodeid: number | string;
      data: AttachmentChanges;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Takes an attachment off its post; an upload that nothing else shows is removed.
     * @returns true
     * @throws invalid_attachment_id when there is no such attachment for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may neither edit the post nor moderate attachments there
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     */
    deleteAttachment(params: {
      /** the attachment */
      id: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * The same as `deleteAttachment`.
     * @returns true
     * @throws invalid_attachment_id when there is no such attachment for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may neither edit the post nor moderate attachments there
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     */
    delete(params: {
      /** the attachment */
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Reads an attachment and where its file, or a picture in another size, can be fetched.
     * @throws invalid_attachment_id when there is no such attachment for the caller
     * @throws not_logged_no_permission when a guest finds none
     * @throws invalid_parameter when the type is not known
     */
    fetchImage(params: {
      /** the attachment */
      id: number | string;
      /** of a size that there is not, the next larger one; `original` is the file as it was uploaded, where `full` is a JPEG that was made of a HEIC */
      type?: 'original' | 'full' | 'icon' | 'thumb' | 'small' | 'medium' | 'large';
      /** 0 leaves out `filedata`: fetching `url` is cheaper */
      includeData?: boolean;
    }, options?: CallOptions): Promise<FileInfo>;
    /**
     * The same as `filedata.fetchImageByFiledataid`.
     * @throws invalid_filedata_id when there is no such upload for the caller
     * @throws not_logged_no_permission when a guest finds none
     * @throws invalid_parameter when the type is not known
     */
    fetchImageByFiledataid(params: {
      id: number | string;
      /** of a size that there is not, the next larger one; `original` is the file as it was uploaded, where `full` is a JPEG that was made of a HEIC */
      type?: 'original' | 'full' | 'icon' | 'thumb' | 'small' | 'medium' | 'large';
      /** 0 leaves out `filedata`: fetching `url` is cheaper */
      includeData?: boolean;
      /** an attachment of it; 0 for any */
      attachmentnodeid?: number | string;
    }, options?: CallOptions): Promise<FileInfo>;
    /**
     * Reads the attachments that these uploads are, as far as the caller may get them.
     * @returns the attachments by their ids
     * @throws invalid_data when there are too many ids
     */
    fetchAttachByFiledataids(params: {
      filedataids: readonly (number | string)[];
    }, options?: CallOptions): Promise<AttachmentMap>;
    /**
     * What the caller may upload, in a place or anywhere.
     * @throws invalid_node_id when there is no such place for the caller
     */
    getAttachmentPermissions(params?: {
      data?: PermissionsQuery;
    }, options?: CallOptions): Promise<AttachmentPermissions>;
    /**
     * What the caller may upload in a channel.
     * @throws invalid_node_id when there is no such channel for the caller
     */
    getGenericChannelAttachmentPermissions(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<AttachmentPermissions>;
    /** The extensions of pictures. */
    getImageExtensions(params?: Record<string, never>, options?: CallOptions): Promise<ImageExtensions>;
    /** Whether an extension is that of a picture. */
    isImage(params: {
      extension: string;
      /** has no effect: pictures are pictures in all sizes */
      type?: string;
    }, options?: CallOptions): Promise<ImageAnswer>;
  };
  /** Channels: forums and categories. */
  content_channel: {
    /**
     * Creates a channel. It takes its permissions from the channel above it.
     * @returns the new nodeid
     * @throws not_logged_no_permission for a guest
     * @throws no_permission for all but administrators
     * @throws invalid_node_id when there is no such parent, or it is no channel
     * @throws title_required without a title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws invalid_data when the description is too long
     */
    add(params: {
      data: ChannelData;
      /** has no effect: a new channel is not announced, and nothing is checked that could be skipped */
      options?: Struct;
    }, options?: CallOptions): Promise<number>;
    /**
     * Changes a channel.
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws no_permission for all but administrators
     * @throws invalid_node_id when there is no such channel
     * @throws title_required when it would lose its title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws invalid_data when the description is too long
     */
    update(params: {
      nodeid: number | string;
      data: ChannelChanges;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Reads a channel.
     * @throws invalid_node_id when there is no such channel for the caller
     */
    fetchChannelById(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<NodeAnswer>;
    /**
     * Finds a system channel by its fixed name.
     * @returns its nodeid
     * @throws invalid_node_id when there is no such channel for the caller
     */
    fetchChannelIdByGUID(params: {
      /** such as `vbulletin-4ecbdf567f3341.44450667`, the main forum */
      guid: string;
    }, options?: CallOptions): Promise<number>;
    /** The channels directly below the root of everything that the caller may enter. */
    fetchTopLevelChannelIds(params?: Record<string, never>, options?: CallOptions): Promise<number[]>;
    /**
     * Finds a system channel by its fixed name: see fetchChannelIdByGUID.
     * @throws invalid_node_id when there is no such channel for the caller
     */
    fetchChannelByGUID(params: {
      guid: string;
    }, options?: CallOptions): Promise<NodeAnswer>;
    /**
     * The channel, directly below the root of everything, that nodes are in.
     * @returns its nodeid; false when they are in several, when one is above all, or when there is none
     * @throws invalid_node_id when one of the nodes is not there for the caller
     * @throws invalid_data when there are too many ids
     */
    getTopLevelChannel(params: {
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<number | false>;
    /**
     * Whether the caller may add a channel below a channel.
     * @throws invalid_node_id when there is no such channel for the caller
     */
    canAddChannel(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<ChannelRight>;
    /**
     * Whether the caller moderates posts where the node is.
     * @returns 1 or 0
     * @throws invalid_node_id when there is no such node for the caller
     */
    getCanModerate(params: {
      /** its nodeid */
      node: number | string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Who owns and moderates a channel: members who have such a usergroup in that channel alone, at most 100.
     * @throws invalid_node_id when there is no such channel for the caller
     */
    getContributors(params: {
      nodeId: number | string;
    }, options?: CallOptions): Promise<Contributor[]>;
    /** Suggests channels whose name holds a text. Case does not count. */
    getAutocomplete(params: {
      /** without any text there is no suggestion */
      searchStr: string;
      /** how many are skipped */
      limitstart?: number | string;
      /** at most the option `maxperpage` */
      limitnumber?: number | string;
    }, options?: CallOptions): Promise<ChannelSuggestions>;
    /**
     * Deletes a channel for good, with all below it.
     * @returns true
     * @throws invalid_node_id when there is no such channel for the caller
     * @throws no_permission for all but administrators, and when a system channel would go
     * @throws not_logged_no_permission for a guest
     */
    delete(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /** Whether the caller may see reports and infractions in some channel. */
    canViewReportsAndInfractions(params?: Record<string, never>, options?: CallOptions): Promise<StaffViews>;
    /**
     * Reads a node with its content, its author, topic and channel, and what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     */
    getFullContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content: see getFullContent.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content, and without what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getBareContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, BareContent>>;
    /**
     * The topic that a post belongs to; of a topic or a channel the channel it is in.
     * @returns false when there is no such node for the caller, or nothing above it that he may enter
     */
    getConversationParent(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<NodeAnswer | false>;
    /**
     * What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made
     * links, and neither HTML nor smilies.
     * @throws invalid_node_id when there is no such node for the caller
     */
    getBbcodeOptions(params: {
      nodeId: number | string;
    }, options?: CallOptions): Promise<BbcodeOptions>;
    /**
     * The text of a post as a quotation, to begin a reply with.
     * @returns BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it
     * @throws invalid_node_id when there is no such post for the caller
     */
    getQuoteText(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Whether a node is a message on a member's profile, or an answer to one.
     * @throws invalid_node_id when there is no such node for the caller
     */
    isVisitorMessage(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
  };
  /**
   * Galleries: topics, replies and comments with pictures. Single ones are changed by content_photo. A topic of the channel
   * of albums (node.fetchAlbumChannel) is an album of its author's.
   */
  content_gallery: {
    /**
     * Posts a gallery of pictures that the caller has uploaded: see content_text.add and content_attach.uploadPhoto. In
     * the channel of albums it is an album: that may be empty, and its author says who sees it.
     * @returns the new nodeid
     * @throws invalid_node_id when there is no such parent for the caller
     * @throws no_permission when he may not post galleries there
     * @throws not_logged_no_permission when a guest may not
     * @throws category_takes_no_topics when the channel is a category
     * @throws threadclosed when the topic is closed
     * @throws invalid_filedata_id when there is no such upload of the caller's
     * @throws invalid_file when there is no picture, or an upload is none
     * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
     * @throws invalid_data when a caption is too long; when `viewperms` is none; for what content_text.add refuses
     * @throws missing_content when there is neither text nor title
     * @throws title_required when a topic has no title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws text_too_long past the option `postmaxchars`
     * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
     * @throws duplicate_post when the same was posted in the same place a moment ago
     * @throws too_many_tags past the options `maxtags` and `maxstartertags`
     */
    add(params: {
      data: GalleryData;
      options?: PostOptions;
    }, options?: CallOptions): Promise<number>;
    /**
     * Edits a gallery: its author within the time his usergroup has, an album at any time, or a moderator at any time.
     * Pictures can be added only by whoever has uploaded them.
     * @returns true
     * @throws invalid_node_id when there is no such gallery for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not edit it, attach pictures, or say who sees it
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     * @throws invalid_filedata_id when there is no such upload of the caller's
     * @throws invalid_file when there would be no picture left, but in an album, or an upload is none
     * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
     * @throws invalid_data when a caption is too long, or `viewperms` is none, or not for an album
     * @throws missing_content when the text is empty
     * @throws title_required when a topic would lose its title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws text_too_long past the option `postmaxchars`
     */
    update(params: {
      nodeid: number | string;
      data: GalleryChanges;
      options?: PostOptions;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only
     * hides it: moderators still see it.
     * @returns true
     * @throws invalid_node_id when there is no such post for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not remove posts there
     */
    delete(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Edits a gallery as vBulletin's own pages do: see update.
     * @returns true
     * @throws invalid_node_id when there is no such gallery for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not edit it, or attach pictures
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     * @throws invalid_filedata_id when there is no such upload of the caller's
     * @throws invalid_file when an upload is no picture
     * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
     * @throws invalid_data when a caption is too long
     * @throws missing_content when the text is empty
     * @throws title_required when a topic would lose its title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws text_too_long past the option `postmaxchars`
     */
    updateFromWeb(params: {
      nodeid: number | string;
      /** its title and text */
      postdata: GalleryForm;
      /** all its pictures: by the id of each upload its `title` (the caption) and `displayorder`; left out, they stay as they are */
      filedataids?: Struct | false;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * The text as a quotation, to begin a reply with.
     * @returns BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it
     * @throws invalid_node_id when there is no such content for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getQuoteText(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Several texts as quotations, to begin a reply with: see getQuoteText.
     * @returns BBCode, with an empty line between two quotations
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     * @throws invalid_data when there are too many ids
     */
    getQuotes(params: {
      /** at most 20, in the order of the reply */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<string>;
    /**
     * Reads a node with its content, its author, topic and channel, and what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     */
    getFullContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content: see getFullContent.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content, and without what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getBareContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, BareContent>>;
    /**
     * The topic that a post belongs to; of a topic or a channel the channel it is in.
     * @returns false when there is no such node for the caller, or nothing above it that he may enter
     */
    getConversationParent(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<NodeAnswer | false>;
    /**
     * What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made
     * links, and neither HTML nor smilies.
     * @throws invalid_node_id when there is no such node for the caller
     */
    getBbcodeOptions(params: {
      nodeId: number | string;
    }, options?: CallOptions): Promise<BbcodeOptions>;
    /**
     * Whether a node is a message on a member's profile, or an answer to one.
     * @throws invalid_node_id when there is no such node for the caller
     */
    isVisitorMessage(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
  };
  /** Links: topics, replies and comments that share a page of the web. */
  content_link: {
    /**
     * Posts a link: see content_text.add. The page is not fetched: see parsePage.
     * @returns the new nodeid
     * @throws invalid_node_id when there is no such parent for the caller
     * @throws no_permission when he may not post links there, or attach a picture
     * @throws not_logged_no_permission when a guest may not
     * @throws category_takes_no_topics when the channel is a category
     * @throws threadclosed when the topic is closed
     * @throws invalid_url when it is not a web address
     * @throws invalid_filedata_id when there is no such upload of the caller's
     * @throws invalid_file when the upload is no picture
     * @throws too_many_attachments past the option `attachlimit`
     * @throws title_required when a topic has no title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws text_too_long past the option `postmaxchars`
     * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
     * @throws duplicate_post when the same was posted in the same place a moment ago
     * @throws invalid_data for what content_text.add refuses
     * @throws too_many_tags past the options `maxtags` and `maxstartertags`
     */
    add(params: {
      data: LinkData;
      options?: PostOptions;
    }, options?: CallOptions): Promise<number>;
    /**
     * Edits a link: its author within the time his usergroup has, or a moderator at any time.
     * @returns true
     * @throws invalid_node_id when there is no such link for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not edit it, or attach a picture
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     * @throws invalid_url when it is not a web address
     * @throws invalid_filedata_id when there is no such upload of the caller's
     * @throws invalid_file when the upload is no picture
     * @throws too_many_attachments past the option `attachlimit`
     * @throws missing_content when the text is empty
     * @throws title_required when a topic would lose its title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws text_too_long past the option `postmaxchars`
     * @throws invalid_data when `publishdate` is none, or lies too far ahead
     */
    update(params: {
      nodeid: number | string;
      data: LinkChanges;
      options?: PostOptions;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only
     * hides it: moderators still see it.
     * @returns true
     * @throws invalid_node_id when there is no such post for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not remove posts there
     */
    delete(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Reads the picture of a link and where it can be fetched. The picture itself is never in the answer.
     * @throws invalid_node_id when there is no such link for the caller
     * @throws not_logged_no_permission when a guest finds none
     * @throws invalid_attachment_id when it has no picture, or none that the caller may get
     * @throws invalid_parameter when the type is not known
     */
    fetchImageByLinkId(params: {
      /** the link's nodeid */
      linkid: number | string;
      /** of a size that there is not, the next larger one */
      type?: 'original' | 'full' | 'icon' | 'thumb' | 'small' | 'medium' | 'large';
    }, options?: CallOptions): Promise<FileInfo>;
    /**
     * Fetches a page to learn what to say of it: of a server on the public internet, on the usual ports, within ten
     * seconds and up to two megabytes.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_parameter when it is not a web address
     * @throws upload_file_failed when it could not be fetched
     * @throws upload_file_exceeds_limit when the page is too large
     */
    parsePage(params: {
      /** http or https, without a password */
      url: string;
    }, options?: CallOptions): Promise<PageInfo>;
    /**
     * The text as a quotation, to begin a reply with.
     * @returns BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it
     * @throws invalid_node_id when there is no such content for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getQuoteText(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Several texts as quotations, to begin a reply with: see getQuoteText.
     * @returns BBCode, with an empty line between two quotations
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     * @throws invalid_data when there are too many ids
     */
    getQuotes(params: {
      /** at most 20, in the order of the reply */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<string>;
    /**
     * Reads a node with its content, its author, topic and channel, and what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     */
    getFullContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content: see getFullContent.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content, and without what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getBareContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, BareContent>>;
    /**
     * The topic that a post belongs to; of a topic or a channel the channel it is in.
     * @returns false when there is no such node for the caller, or nothing above it that he may enter
     */
    getConversationParent(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<NodeAnswer | false>;
    /**
     * What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made
     * links, and neither HTML nor smilies.
     * @throws invalid_node_id when there is no such node for the caller
     */
    getBbcodeOptions(params: {
      nodeId: number | string;
    }, options?: CallOptions): Promise<BbcodeOptions>;
    /**
     * Whether a node is a message on a member's profile, or an answer to one.
     * @throws invalid_node_id when there is no such node for the caller
     */
    isVisitorMessage(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
  };
  /** Photos: pictures that belong to posts, with a caption. They are attachments of another class. */
  content_photo: {
    /**
     * Adds a picture that the caller has uploaded to a post. What is there already keeps its id.
     * @returns the photo's id
     * @throws invalid_node_id when there is no such post for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not edit the post or attach files there
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     * @throws invalid_filedata_id when there is no such upload of the caller's
     * @throws invalid_file when the upload is no picture
     * @throws invalid_data when a text is too long
     * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
     */
    add(params: {
      data: AttachData;
      /** has no effect: nobody is notified of a photo */
      options?: AttachOptions;
    }, options?: CallOptions): Promise<number>;
    /**
     * Changes a photo's name, caption, style, settings or place.
     * @returns true
     * @throws invalid_attachment_id when there is no such photo for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not edit the post
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     * @throws invalid_data when a text is too long
     */
    update(params: {
      /** the photo */
      nodeid: number | string;
      data: AttachmentChanges;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Takes a photo off its post; an upload that nothing else shows is removed.
     * @returns true
     * @throws invalid_attachment_id when there is no such photo for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may neither edit the post nor moderate attachments there
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     */
    delete(params: {
      photoId: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Reads a photo and where it can be fetched.
     * @throws invalid_attachment_id when there is no such photo for the caller
     * @throws not_logged_no_permission when a guest finds none
     */
    fetchImageByPhotoid(params: {
      /** the photo */
      id: number | string;
      /** its thumbnail */
      thumb?: boolean;
      /** 0 leaves out `filedata`: fetching `url` is cheaper */
      includeData?: boolean;
    }, options?: CallOptions): Promise<FileInfo>;
  };
  /** Polls: topics, replies and comments with options that members choose from. */
  content_poll: {
    /**
     * Posts a poll: see content_text.add. Its options and votes are in the post's full content.
     * @returns the new nodeid
     * @throws invalid_node_id when there is no such parent for the caller
     * @throws no_permission when he may not post polls there
     * @throws not_logged_no_permission when a guest may not
     * @throws category_takes_no_topics when the channel is a category
     * @throws threadclosed when the topic is closed
     * @throws too_many_polloptions past the option `maxpolloptions`
     * @throws invalid_data when the options cannot be used, or the poll would be closed already
     * @throws missing_content when there is neither text nor title
     * @throws title_required when a topic has no title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws text_too_long past the option `postmaxchars`
     * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
     * @throws duplicate_post when the same was posted in the same place a moment ago
     * @throws too_many_tags past the options `maxtags` and `maxstartertags`
     */
    add(params: {
      data: PollData;
      options?: PostOptions;
    }, options?: CallOptions): Promise<number>;
    /**
     * Makes a topic of text a poll: it keeps its id, its title, its text and its replies. For those who may edit the topic and begin
     * polls in its channel. Ours: vBulletin 4 adds polls to topics.
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such topic for the caller
     * @throws no_permission when he may not edit it, or may not post polls there
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     * @throws too_many_polloptions past the option `maxpolloptions`
     * @throws invalid_data when the topic is of another type, a poll for example; when the options cannot be used; when the poll would be closed already
     * @throws title_too_long when the question is past the option `titlemaxchars`
     */
    addToTopic(params: {
      nodeid: number | string;
      data: TopicPollData;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Edits a poll: its author within the time his usergroup has, or a moderator at any time. Once somebody has voted,
     * only a moderator changes options or whether several may be chosen, and nobody makes public who has voted.
     * @returns true
     * @throws invalid_node_id when there is no such poll for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not edit it
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     * @throws poll_has_votes when somebody has voted already
     * @throws too_many_polloptions past the option `maxpolloptions`
     * @throws invalid_poll_option when there is no such option in the poll
     * @throws invalid_data when the options cannot be used
     * @throws missing_content when the text is empty
     * @throws title_required when a topic would lose its title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws text_too_long past the option `postmaxchars`
     */
    update(params: {
      nodeid: number | string;
      data: PollChanges;
      options?: PostOptions;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only
     * hides it: moderators still see it.
     * @returns true
     * @throws invalid_node_id when there is no such post for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not remove posts there
     */
    delete(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Votes, once in a poll. Guests who may vote share one vote for each address.
     * @returns the poll's nodeid
     * @throws nopolloptionselected when nothing is chosen
     * @throws invalid_poll_option when there is no such option for the caller
     * @throws invalid_data when the options are not of one poll, or too many
     * @throws not_logged_no_permission when a guest finds none, or may not vote
     * @throws no_permission when the caller may not vote there
     * @throws threadclosed when the topic is closed
     * @throws poll_closed when the poll's time is over
     * @throws useralreadyvote when he has voted in it
     */
    vote(params: {
      /** the options chosen, as a list or separated by commas; only one unless the poll has `multiple` */
      polloptionids: readonly (number | string)[];
    }, options?: CallOptions): Promise<number>;
    /**
     * The text as a quotation, to begin a reply with.
     * @returns BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it
     * @throws invalid_node_id when there is no such content for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getQuoteText(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Several texts as quotations, to begin a reply with: see getQuoteText.
     * @returns BBCode, with an empty line between two quotations
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     * @throws invalid_data when there are too many ids
     */
    getQuotes(params: {
      /** at most 20, in the order of the reply */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<string>;
    /**
     * Reads a node with its content, its author, topic and channel, and what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     */
    getFullContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content: see getFullContent.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content, and without what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getBareContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, BareContent>>;
    /**
     * The topic that a post belongs to; of a topic or a channel the channel it is in.
     * @returns false when there is no such node for the caller, or nothing above it that he may enter
     */
    getConversationParent(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<NodeAnswer | false>;
    /**
     * What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made
     * links, and neither HTML nor smilies.
     * @throws invalid_node_id when there is no such node for the caller
     */
    getBbcodeOptions(params: {
      nodeId: number | string;
    }, options?: CallOptions): Promise<BbcodeOptions>;
    /**
     * Whether a node is a message on a member's profile, or an answer to one.
     * @throws invalid_node_id when there is no such node for the caller
     */
    isVisitorMessage(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
  };
  /**
   * Private messages between members: conversations, the folders that they lie in, and requests.
   *
   * A message is shown to those who hold a copy of it, and to nobody else: no moderator, no administrator, and no other
   * class. What a caller does not hold does not exist for them.
   */
  content_privatemessage: {
    /**
     * Tells of each folder how many unread messages it holds: those that every member has first, then the own ones by
     * title. Messages in the trash count nowhere.
     * @throws not_logged_no_permission for a guest
     */
    fetchSummary(params?: Record<string, never>, options?: CallOptions): Promise<FolderSummary[]>;
    /**
     * The numbers for badges: of unread messages (not conversations), unread requests and unread notifications, which are
     * those of notification.fetchUnreadCount.
     * @returns `details` by folder: `messages`, `requests`, `your_notifications`; open `reports` for moderators
     * @throws not_logged_no_permission for a guest
     */
    getHeaderCounts(params?: Record<string, never>, options?: CallOptions): Promise<HeaderCounts>;
    /**
     * Counts the open reports that the caller may see: see content_report.
     * @throws not_logged_no_permission for a guest
     * @throws no_permission for a member who moderates nowhere
     */
    getOpenReportsCount(params?: Record<string, never>, options?: CallOptions): Promise<number>;
    /**
     * Counts the unread messages in the inbox, the folder `messages`.
     * @throws not_logged_no_permission for a guest
     */
    getUnreadInboxCount(params?: Record<string, never>, options?: CallOptions): Promise<number>;
    /**
     * Lists the caller's folders.
     * @returns titles by folderid
     * @throws not_logged_no_permission for a guest
     */
    listFolders(params?: {
      /** names such as `trash`, or ids, of folders to leave out */
      suppress?: readonly string[];
    }, options?: CallOptions): Promise<Record<string, string>>;
    /**
     * Lists the caller's folders with what is known of each.
     * @throws not_logged_no_permission for a guest
     * @throws no_permission for another member
     */
    fetchFolders(params: {
      /** the caller, or 0: nobody reads another's folders */
      userid: number | string;
    }, options?: CallOptions): Promise<FolderInfo[]>;
    /**
     * Reads one of the caller's folders.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when the caller has no such folder
     */
    getFolderInfoFromId(params: {
      folderid: number | string;
    }, options?: CallOptions): Promise<FolderInfo>;
    /**
     * The folder that deleted messages lie in: the trash.
     * @returns its folderid
     * @throws not_logged_no_permission for a guest
     */
    getDeletedItemsFolderId(params?: Record<string, never>, options?: CallOptions): Promise<number>;
    /**
     * Makes a folder.
     * @returns the new folderid
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when the title cannot be used
     * @throws pmfoldertaken when the caller has such a folder
     * @throws pmtoomanyfolders past the option `pmmaxfolders`
     */
    createMessageFolder(params: {
      /** 1 to 100 characters; no other folder of the caller has it, in whatever case */
      folderName: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Gives one of the caller's own folders another title.
     * @returns the folder as it is now
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when the caller has no such folder of his own, or the title cannot be used
     * @throws pmfoldertaken when another folder of the caller has the title
     */
    updateFolderTitle(params: {
      /** as for createMessageFolder */
      folderName: string;
      folderid: number | string;
    }, options?: CallOptions): Promise<FolderInfo>;
    /**
     * Deletes one of the caller's own folders. Its messages go to the trash.
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when the caller has no such folder of his own
     */
    deleteFolder(params: {
      folderid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Marks messages as read or unread. What the caller wrote himself stays read.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when the caller holds no such message
     */
    setRead(params: {
      /** a first message for its conversation, or a reply */
      nodeid: number | string;
      /** 1 or 0 */
      read?: number | string;
    }, options?: CallOptions): Promise<MessageSuccess>;
    /**
     * Moves messages to the trash; those that are all there already are deleted for good. Who deletes a conversation still
     * takes part in it: the next reply arrives, and brings the first message back into the trash. When all have deleted it,
     * it is gone. Whoever wants no more replies ignores their author, or takes no messages (`receivepm`).
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when the caller holds no such message
     */
    deleteMessage(params: {
      /** a first message for its conversation, or a reply */
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Moves a message to the trash, or deletes it for good when it is there already: see deleteMessage. Others keep theirs.
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when the caller holds no such message
     */
    delete(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Deletes several messages as deleteMessage does: all or none.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there are too many
     * @throws invalid_node_id when the caller holds one of them not
     */
    deleteMessages(params: {
      /** ids, as a list or separated by commas; at most the option `maxperpage` */
      nodeid: readonly (number | string)[];
    }, options?: CallOptions): Promise<MessageSuccess>;
    /**
     * Moves messages to the trash, and leaves them there when they lie there already.
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when the caller holds no such message
     */
    toTrashcan(params: {
      /** a first message for its conversation, or a reply */
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Takes messages out of the trash, back to the folder they lay in.
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when the caller holds no such message
     */
    undeleteMessage(params: {
      /** a first message for its conversation, or a reply */
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Moves messages to another folder, out of the trash, too.
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when the caller holds no such message
     * @throws invalid_data when the caller has no such folder, or it takes no messages; a request leaves its folder only for the trash
     */
    moveMessage(params: {
      /** a first message for its conversation, or a reply */
      nodeid: number | string;
      /** an own folder, `messages` or `trash`; left out, each goes back to where it arrived */
      newFolderid?: number | string | false;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Lists the conversations of a folder by their newest message there. What the caller wrote himself lies in
     * `sent_items`, so a conversation may be in several folders.
     * @returns the conversations in the list's order, each by the nodeid of its first message
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when the caller has no such folder
     * @throws invalid_parameter when `data[sortDir]` is not known
     */
    listMessages(params?: {
      data?: MessageListData;
    }, options?: CallOptions): Promise<readonly MessageSummary[]>;
    /**
     * Lists what others ask of the caller, as listMessages does; `data[folderid]` has no meaning.
     * @returns the requests in the list's order, with `about` and `aboutid`
     * @throws not_logged_no_permission for a guest
     * @throws invalid_parameter when `data[sortDir]` is not known
     */
    listRequests(params?: {
      data?: MessageListData;
    }, options?: CallOptions): Promise<readonly MessageSummary[]>;
    /**
     * Lists the caller's notifications: see notification.fetchNotificationsForCurrentUser.
     * @returns them in the list's order
     * @throws not_logged_no_permission for a guest
     * @throws invalid_parameter when a choice is not known
     */
    listNotifications(params?: {
      data?: NotificationQuery;
    }, options?: CallOptions): Promise<readonly NotificationAnswer[]>;
    /**
     * The five newest of each kind.
     * @throws not_logged_no_permission for a guest
     */
    previewMessages(params?: Record<string, never>, options?: CallOptions): Promise<MessagePreview>;
    /**
     * Counts what listMessages lists, and its pages.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when the caller has no such folder
     */
    getFolderMsgCount(params: {
      folderid: number | string;
      pageNum?: number | string;
      perpage?: number | string;
      /** only requests of this kind, such as `member_to` */
      about?: string | false;
      /** has no effect: what is listed is told by `folderid` and `about` */
      filterParams?: Struct | false;
    }, options?: CallOptions): Promise<FolderPages>;
    /**
     * Reads the conversation that a message belongs to, and marks it as read. What the caller has moved to the trash is
     * left out, unless the message asked for lies there itself. At most the newest 500 messages.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when the caller holds no such message
     */
    getMessage(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<Conversation>;
    /**
     * Lists those who take part in a conversation, the caller among them, also those who have deleted it.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when the caller holds no such message
     */
    fetchParticipants(params: {
      /** any message of the conversation */
      nodeid: number | string;
    }, options?: CallOptions): Promise<ConversationMember[]>;
    /**
     * Prepares messages for passing them on in a new one.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there are too many
     * @throws invalid_node_id when the caller does not hold one of them
     */
    getForward(params: {
      /** ids, as a list or separated by commas; at most the option `maxperpage` */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<Forward>;
    /**
     * Reads a message with its content and its author, and what the caller may do; it stays unread.
     * @returns the message by its nodeid: one member
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when the caller holds no such message
     */
    getFullContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * The same as getFullContent.
     * @returns the message by its nodeid: one member
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when the caller holds no such message
     */
    getContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * What private messages may hold: BBCode, with pictures and with bare links made links, and neither HTML nor smilies.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when the caller holds no such message
     */
    getBbcodeOptions(params?: {
      /** a message that the caller holds; 0 for a new one */
      nodeid?: number | string;
    }, options?: CallOptions): Promise<BbcodeOptions>;
    /**
     * The text as a quotation, to begin a reply with.
     * @returns BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it
     * @throws invalid_node_id when there is no such content for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getQuoteText(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Several texts as quotations, to begin a reply with: see getQuoteText.
     * @returns BBCode, with an empty line between two quotations
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     * @throws invalid_data when there are too many ids
     */
    getQuotes(params: {
      /** at most 20, in the order of the reply */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<string>;
    /**
     * Reads a node with its content, and without what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getBareContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, BareContent>>;
    /**
     * The topic that a post belongs to; of a topic or a channel the channel it is in.
     * @returns false when there is no such node for the caller, or nothing above it that he may enter
     */
    getConversationParent(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<NodeAnswer | false>;
    /**
     * Whether a node is a message on a member's profile, or an answer to one.
     * @throws invalid_node_id when there is no such node for the caller
     */
    isVisitorMessage(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Reads a request.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when no such request is before the caller
     */
    getRequest(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<MessageSummary>;
    /**
     * Accepts a request: the one it is for gets a part in the channel; of a `follow` request, follows the caller.
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when no such request is before the caller
     * @throws no_permission when the one who grants the part owns the channel no more
     * @throws invalid_data when nothing can be accepted any more: the channel has gone, or nobody waits to follow
     */
    acceptRequest(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Denies a request, or takes the caller's own one back. Who asked to follow is not told, and waits no longer.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when no such request is before the caller, or from him
     */
    denyRequest(params: {
      nodeid: number | string;
      /** to take it back: the member who was asked */
      cancelRequestFor?: number | string;
    }, options?: CallOptions): Promise<RequestResult>;
    /**
     * Sends a private message: a new conversation to the recipients named, or a reply (`data[parentid]`) to all who take
     * part, also to those who have deleted what they had of it. The author keeps a copy in `sent_items`. A reply passes
     * over those who take no messages any more, ignore the author, or whose messages are full; when there is nobody else,
     * it is refused.
     * @returns the new nodeid
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the board or the caller's usergroup has no private messages
     * @throws pmturnedoff when the caller has switched his own off
     * @throws invalid_node_id when the caller holds no message to reply to
     * @throws missing_content when the text is empty
     * @throws title_required when a new conversation has no title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws text_too_long past the option `postmaxchars`
     * @throws pmnorecipients when nobody but the caller would get it
     * @throws pmtoomanyrecipients past the option `pmmaxrecipients`
     * @throws pmrecipientsnotfound when there are no such members (their names, with `; ` between)
     * @throws pmrecipturnedoff when members take no messages (their names)
     * @throws pmrecipquotaexceeded when the messages of members are full (their names)
     * @throws pmquotaexceeded when the caller keeps as many messages as the option `pmquota` allows
     * @throws invalid_data when a reply names somebody who takes no part: see addPMRecipients
     * @throws postfloodcheck when the last message was less than `floodchecktime` seconds ago
     * @throws duplicate_post when the same was sent to the same a moment ago
     */
    add(params: {
      data: MessageData;
      options?: MessageOptions;
    }, options?: CallOptions): Promise<number>;
    /**
     * Lets more members take part in a conversation that the caller began. They get its first message and what is written
     * from now on; replies already there were not written to them.
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when the caller holds no such message
     * @throws no_permission when another began the conversation, or the caller may not write messages
     * @throws pmturnedoff when the caller has switched his messages off
     * @throws pmnorecipients when nobody would be added
     * @throws pmtoomanyrecipients when more than the option `pmmaxrecipients` would take part beside the caller
     * @throws pmrecipientsnotfound when there are no such members
     * @throws pmrecipturnedoff when members take no messages
     * @throws pmrecipquotaexceeded when the messages of members are full
     */
    addPMRecipients(params: {
      /** any message of the conversation */
      pmid: number | string;
      /** userids */
      recipients: readonly (number | string)[];
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Lets more members take part in a conversation that the caller began: see addPMRecipients.
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when the caller holds no such message
     * @throws no_permission when another began the conversation, or the caller may not write messages
     * @throws pmturnedoff when the caller has switched his messages off
     * @throws pmnorecipients when nobody would be added
     * @throws pmtoomanyrecipients when more than the option `pmmaxrecipients` would take part beside the caller
     * @throws pmrecipientsnotfound when there are no such members
     * @throws pmrecipturnedoff when members take no messages
     * @throws pmrecipquotaexceeded when the messages of members are full
     */
    addPMRecipientsByUsernames(params: {
      /** any message of the conversation */
      pmid: number | string;
      /** names, or texts of names with the delimiter between */
      usernames?: readonly string[];
      /** userids of others to add, by whatever keys */
      usernamesToIds?: readonly (number | string)[];
      /** what separates names; `;` when empty */
      delimiter?: string;
    }, options?: CallOptions): Promise<boolean>;
    /** Tells whether private messages are open to a member: he is no guest, not banned, and has not switched them off. */
    canUsePmSystem(params?: {
      /** left out for the caller; a guest learns nothing of others */
      userid?: number | string | false;
    }, options?: CallOptions): Promise<boolean>;
  };
  /**
   * Reports of posts. Moderators of the channel that the reported post is in see them, and super moderators and
   * administrators all of them; nobody else learns that a report is there, not even who wrote it. Who holds a private
   * message may report it: that discloses this message, as it is then, to super moderators and administrators alone.
   */
  content_report: {
    /**
     * Reports a post to the moderators, or a private message that the caller holds to super moderators and
     * administrators, who see it in `reportedmessage`. A member reports each post once.
     * @returns the nodeid of the report
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such post for the caller, or it is a channel
     * @throws missing_content without a reason
     * @throws text_too_long past the option `reportmaxchars`
     * @throws already_reported when the caller has reported the post before
     * @throws postfloodcheck when his last report was less than `floodchecktime` seconds ago
     */
    add(params: {
      data: ReportData;
      options?: PostOptions;
    }, options?: CallOptions): Promise<number>;
    /**
     * Lists reports, page by page. Ours: the oldest open ones first, unless asked otherwise.
     * @returns the reports in the list's order, each with the reported post
     * @throws not_logged_no_permission for a guest
     * @throws no_permission for a member who moderates nowhere
     * @throws invalid_parameter when a choice is not known
     */
    listReports(params?: {
      data?: ReportQuery;
    }, options?: CallOptions): Promise<readonly Report[]>;
    /**
     * Counts what listReports lists on all its pages. Ours.
     * @throws not_logged_no_permission for a guest
     * @throws no_permission for a member who moderates nowhere
     * @throws invalid_parameter when a choice is not known
     */
    countReports(params?: {
      data?: ReportQuery;
    }, options?: CallOptions): Promise<number>;
    /**
     * Reads a report with its reason and the reported post.
     * @returns the report by its id: one member
     * @throws invalid_node_id when there is no such report for the caller
     * @throws not_logged_no_permission for a guest
     */
    getFullContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, Report>>;
    /**
     * Closes reports that are dealt with, or opens them again. All of them or none.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws invalid_parameter when `op` is something else
     * @throws invalid_data when there are too many ids
     */
    openClose(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
      /** what to do with them */
      op: 'open' | 'close';
    }, options?: CallOptions): Promise<ReportSuccess>;
    /**
     * Deletes reports for good; their authors may then report the posts again. All of them or none.
     * @throws not_logged_no_permission for a guest
     * @throws no_permission for all but super moderators and administrators
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws invalid_data when there are too many ids
     */
    bulkdelete(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<ReportSuccess>;
    /**
     * Deletes a report for good: see bulkdelete.
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws no_permission for all but super moderators and administrators
     * @throws invalid_node_id when there is no such report for the caller
     */
    delete(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * The text as a quotation, to begin a reply with.
     * @returns BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it
     * @throws invalid_node_id when there is no such content for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getQuoteText(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Several texts as quotations, to begin a reply with: see getQuoteText.
     * @returns BBCode, with an empty line between two quotations
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     * @throws invalid_data when there are too many ids
     */
    getQuotes(params: {
      /** at most 20, in the order of the reply */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<string>;
    /**
     * Reads a node with its content: see getFullContent.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content, and without what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getBareContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, BareContent>>;
    /**
     * The topic that a post belongs to; of a topic or a channel the channel it is in.
     * @returns false when there is no such node for the caller, or nothing above it that he may enter
     */
    getConversationParent(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<NodeAnswer | false>;
    /**
     * What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made
     * links, and neither HTML nor smilies.
     * @throws invalid_node_id when there is no such node for the caller
     */
    getBbcodeOptions(params: {
      nodeId: number | string;
    }, options?: CallOptions): Promise<BbcodeOptions>;
    /**
     * Whether a node is a message on a member's profile, or an answer to one.
     * @throws invalid_node_id when there is no such node for the caller
     */
    isVisitorMessage(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
  };
  /** Text content: topics, replies and comments. */
  content_text: {
    /**
     * Lists the versions of a post, the newest, which is the post as it is, first. Ours. The option `maxedithistory` says
     * how many are kept; the first one always is.
     * @returns the versions without their texts; none when the post has not been edited
     * @throws invalid_node_id when there is no such post for the caller
     * @throws no_permission when it is not his and he may not edit posts there
     * @throws not_logged_no_permission for a guest
     */
    getEditHistory(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<VersionRow[]>;
    /**
     * Reads two versions of a post, to be compared. Ours.
     * @throws invalid_node_id when there is no such post for the caller
     * @throws no_permission when it is not his and he may not edit posts there
     * @throws not_logged_no_permission for a guest
     * @throws invalid_version when there is no such version
     */
    compareVersions(params: {
      nodeid: number | string;
      /** the `postedithistoryid` of the one; 0 for the version before the other */
      oldid?: number | string;
      /** of the other; 0 for the newest */
      newid?: number | string;
    }, options?: CallOptions): Promise<VersionComparison>;
    /**
     * Gives a post the title and text of an earlier version again: see update. Ours.
     * @returns true
     * @throws invalid_node_id when there is no such post for the caller
     * @throws no_permission when he may not edit it
     * @throws not_logged_no_permission for a guest
     * @throws threadclosed when the topic is closed
     * @throws edit_time_over when the author's time is over
     * @throws invalid_version when there is no such version
     * @throws invalid_data when the reason is too long
     * @throws title_too_long past the option `titlemaxchars`
     * @throws text_too_long past the option `postmaxchars`
     */
    restoreVersion(params: {
      nodeid: number | string;
      /** the version */
      postedithistoryid: number | string;
      /** why, for the history */
      reason?: string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Forgets what a post said before, for good. Ours.
     * @returns true
     * @throws invalid_node_id when there is no such post for the caller
     * @throws no_permission when he may not remove posts there
     * @throws not_logged_no_permission for a guest
     */
    deleteEditHistory(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Posts a topic (under a channel), a reply (under a topic) or a comment (under a reply); with `setfor` a message on a
     * member's profile. Who ignores the caller, or closes his profile to him, takes none.
     * @returns the new nodeid
     * @throws invalid_node_id when there is no such parent for the caller
     * @throws no_permission when he may not post there, tag his topics, or feature posts
     * @throws not_logged_no_permission when a guest may not
     * @throws category_takes_no_topics when the channel is a category
     * @throws threadclosed when the topic is closed
     * @throws invalid_user_specified when nobody's profile is named, or that of nobody
     * @throws invalid_data when `setfor` is given for another place, or below a comment; when `publishdate` lies too far ahead, or too many posts wait for their time; when tags or `viewperms` are not for the post; when a prefix is given
     * @throws too_many_tags past the options `maxtags` and `maxstartertags`
     * @throws vmturnedoff when the member takes no messages from the caller
     * @throws missing_content when the text is empty
     * @throws title_required when a topic has no title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws text_too_long past the option `postmaxchars`, on a profile also `vmmaxchars`
     * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
     * @throws duplicate_post when the same was posted in the same place a moment ago
     */
    add(params: {
      data: TextData;
      options?: PostOptions;
    }, options?: CallOptions): Promise<number>;
    /**
     * Edits a post: its author within the time his usergroup has, or a moderator at any time. One that waits for its
     * `publishdate` can be put off, or published now.
     * @returns true
     * @throws invalid_node_id when there is no such post for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not edit it
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     * @throws invalid_data when the reason is too long, or `publishdate` is to hide a post that shows
     * @throws missing_content when the text is empty
     * @throws title_required when a topic would lose its title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws text_too_long past the option `postmaxchars`
     */
    update(params: {
      nodeid: number | string;
      data: TextChanges;
      options?: PostOptions;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only
     * hides it: moderators still see it.
     * @returns true
     * @throws invalid_node_id when there is no such post for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not remove posts there
     */
    delete(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Lists the messages on a member's profile, the newest first. Ours: vBulletin's apps search for them.
     * @returns the nodes in the list's order; on the own profile also those that wait for approval
     */
    listVisitorMessages(params: {
      userid: number | string;
      /** from 1 on; a page past the end is empty */
      page?: number | string;
      /** at most the option `maxperpage`; 0 for 20 */
      perpage?: number | string;
    }, options?: CallOptions): Promise<readonly FullContent[]>;
    /** Counts what listVisitorMessages lists on all its pages. Ours. */
    countVisitorMessages(params: {
      userid: number | string;
    }, options?: CallOptions): Promise<number>;
    /**
     * The text as a quotation, to begin a reply with.
     * @returns BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it
     * @throws invalid_node_id when there is no such content for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getQuoteText(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Several texts as quotations, to begin a reply with: see getQuoteText.
     * @returns BBCode, with an empty line between two quotations
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     * @throws invalid_data when there are too many ids
     */
    getQuotes(params: {
      /** at most 20, in the order of the reply */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<string>;
    /**
     * Reads a node with its content, its author, topic and channel, and what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     */
    getFullContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content: see getFullContent.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content, and without what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getBareContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, BareContent>>;
    /**
     * The topic that a post belongs to; of a topic or a channel the channel it is in.
     * @returns false when there is no such node for the caller, or nothing above it that he may enter
     */
    getConversationParent(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<NodeAnswer | false>;
    /**
     * What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made
     * links, and neither HTML nor smilies.
     * @throws invalid_node_id when there is no such node for the caller
     */
    getBbcodeOptions(params: {
      nodeId: number | string;
    }, options?: CallOptions): Promise<BbcodeOptions>;
    /**
     * Whether a node is a message on a member's profile, or an answer to one.
     * @throws invalid_node_id when there is no such node for the caller
     */
    isVisitorMessage(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
  };
  /**
   * Videos: topics, replies and comments that show videos of YouTube, Vimeo, Dailymotion or Twitch. Which video it is
   * says its URL; the provider is never asked.
   */
  content_video: {
    /**
     * Posts videos: see content_text.add.
     * @returns the new nodeid
     * @throws invalid_node_id when there is no such parent for the caller
     * @throws no_permission when he may not post videos there
     * @throws not_logged_no_permission when a guest may not
     * @throws category_takes_no_topics when the channel is a category
     * @throws threadclosed when the topic is closed
     * @throws invalid_url when there is no URL, or one is none of the web
     * @throws unknown_video_provider when a URL is that of no video that is known
     * @throws too_many_videos past the option `maxvideos`
     * @throws title_required when a topic has no title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws text_too_long past the option `postmaxchars`
     * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
     * @throws duplicate_post when the same was posted in the same place a moment ago
     * @throws too_many_tags past the options `maxtags` and `maxstartertags`
     * @throws invalid_data for what content_text.add refuses
     */
    add(params: {
      data: VideoData;
      options?: PostOptions;
    }, options?: CallOptions): Promise<number>;
    /**
     * Edits a post of videos: its author within the time his usergroup has, or a moderator at any time.
     * @returns true
     * @throws invalid_node_id when there is no such post for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not edit it
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     * @throws invalid_url when a URL is none of the web
     * @throws unknown_video_provider when a URL is that of no video that is known
     * @throws too_many_videos past the option `maxvideos`
     * @throws missing_content when the text is empty
     * @throws title_required when a topic would lose its title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws text_too_long past the option `postmaxchars`
     * @throws invalid_data when `publishdate` is none, or lies too far ahead
     */
    update(params: {
      nodeid: number | string;
      data: VideoChanges;
      options?: PostOptions;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only
     * hides it: moderators still see it.
     * @returns true
     * @throws invalid_node_id when there is no such post for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not remove posts there
     */
    delete(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Reads which video a URL is of. The provider is not asked.
     * @returns the video, or false when it is none that is known
     */
    getVideoFromUrl(params: {
      url: string;
    }, options?: CallOptions): Promise<VideoItem | false>;
    /**
     * The URL of a video's picture, at its provider's. The provider is not asked.
     * @returns false when it is no video that is known, or nothing says where its picture lies
     */
    getVideoThumbnail(params: {
      url: string;
      /** has no effect: the picture is that of the address, in every post */
      nodeid?: number | string | false;
    }, options?: CallOptions): Promise<string | false>;
    /**
     * The text as a quotation, to begin a reply with.
     * @returns BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it
     * @throws invalid_node_id when there is no such content for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getQuoteText(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Several texts as quotations, to begin a reply with: see getQuoteText.
     * @returns BBCode, with an empty line between two quotations
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     * @throws invalid_data when there are too many ids
     */
    getQuotes(params: {
      /** at most 20, in the order of the reply */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<string>;
    /**
     * Reads a node with its content, its author, topic and channel, and what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     */
    getFullContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content: see getFullContent.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, FullContent>>;
    /**
     * Reads a node with its content, and without what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws not_logged_no_permission for a guest, where members alone read
     */
    getBareContent(params: {
      nodeid: number | string;
      /** has no effect: the rights are the caller's own */
      permissions?: boolean;
    }, options?: CallOptions): Promise<Record<string, BareContent>>;
    /**
     * The topic that a post belongs to; of a topic or a channel the channel it is in.
     * @returns false when there is no such node for the caller, or nothing above it that he may enter
     */
    getConversationParent(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<NodeAnswer | false>;
    /**
     * What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made
     * links, and neither HTML nor smilies.
     * @throws invalid_node_id when there is no such node for the caller
     */
    getBbcodeOptions(params: {
      nodeId: number | string;
    }, options?: CallOptions): Promise<BbcodeOptions>;
    /**
     * Whether a node is a message on a member's profile, or an answer to one.
     * @throws invalid_node_id when there is no such node for the caller
     */
    isVisitorMessage(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
  };
  /** Content types: their names and this board's ids for them. */
  contenttype: {
    /**
     * The name of a content type, such as `Text`.
     * @returns false when there is no such type
     */
    fetchContentTypeClassFromId(params: {
      contenttypeid: number | string;
    }, options?: CallOptions): Promise<string | false>;
    /**
     * This board's id of a content type.
     * @returns false when there is no such type
     */
    fetchContentTypeIdFromClass(params: {
      /** the name, such as `Text`; case does not count */
      class: string;
      /** has no effect: all types belong to one package */
      package?: string;
    }, options?: CallOptions): Promise<number | false>;
  };
  /** Uploads, wherever they are shown. Their bytes are fetched from the URL in the answer. */
  filedata: {
    /**
     * Reads an upload that the caller may get, his own, an avatar or one attached to a post that he may read, and where
     * the file, or a picture in another size, can be fetched. The file itself is never in the answer.
     * @throws invalid_filedata_id when there is no such upload for the caller
     * @throws not_logged_no_permission when a guest finds none
     * @throws invalid_parameter when the type is not known
     */
    fetchImageByFiledataid(params: {
      id: number | string;
      /** of a size that there is not, the next larger one; `original` is the file as it was uploaded, where `full` is a JPEG that was made of a HEIC */
      type?: 'original' | 'full' | 'icon' | 'thumb' | 'small' | 'medium' | 'large';
      /** 0 leaves out `filedata`: fetching `url` is cheaper */
      includeData?: boolean;
      /** an attachment of it; 0 for any */
      attachmentnodeid?: number | string;
    }, options?: CallOptions): Promise<FileInfo>;
    /**
     * Reads uploads of the caller's own.
     * @returns the uploads by their ids; others are left out
     * @throws invalid_data when there are too many ids
     */
    fetchFiledataByid(params: {
      ids: readonly (number | string)[];
    }, options?: CallOptions): Promise<FileMap>;
    /**
     * Reads the upload of an attachment.
     * @throws invalid_attachment_id when there is no such attachment for the caller
     * @throws not_logged_no_permission when a guest finds none
     */
    fetchAttachFiledataid(params: {
      /** the attachment */
      nodeid: number | string;
    }, options?: CallOptions): Promise<Attachment>;
    /**
     * Reads the upload of a photo.
     * @throws invalid_attachment_id when there is no such photo for the caller
     * @throws not_logged_no_permission when a guest finds none
     */
    fetchPhotoFiledataid(params: {
      /** the photo */
      nodeid: number | string;
    }, options?: CallOptions): Promise<Attachment>;
  };
  /**
   * Following members, topics and channels. Whom a member follows, and who follows him, is for all to see; which topics
   * and channels he follows only he sees.
   */
  follow: {
    /**
     * Lists a member's followers. Those who wait for approval are among them for himself and administrators only.
     * @throws not_logged_no_permission for a guest without a userid
     * @throws invalid_user_specified when there is no such member
     * @throws invalid_parameter when a filter is not known
     */
    getFollowers(params?: {
      /** false for the caller */
      userid?: number | string | false;
      options?: FollowOptions;
    }, options?: CallOptions): Promise<FollowerPage>;
    /**
     * Lists the caller's followers, those who wait for his approval among them.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_parameter when a filter is not known
     */
    getFollowersForCurrentUser(params?: {
      options?: FollowOptions;
    }, options?: CallOptions): Promise<FollowerPage>;
    /**
     * Lists what a member follows: of others than the caller only the members.
     * @throws not_logged_no_permission for a guest without a userid
     * @throws invalid_user_specified when there is no such member
     * @throws invalid_parameter when a type or filter is not known
     */
    getFollowing(params?: {
      /** 0 for the caller */
      userid?: number | string;
      type?: 'follow_members' | 'follow_contents' | 'follow_channel' | 'follow_all' | 'follow_all_activity';
      filters?: FollowFilters;
      /** only nodes of these types, such as `Text` or `vBForum_Text`; of all kinds without it all but channels */
      contenttypeclass?: readonly string[];
      options?: FollowOptions;
    }, options?: CallOptions): Promise<FollowingPage>;
    /**
     * Lists what the caller follows.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_parameter when a type or filter is not known
     */
    getFollowingForCurrentUser(params: {
      type: 'follow_members' | 'follow_contents' | 'follow_channel' | 'follow_all' | 'follow_all_activity' | '';
      options?: FollowOptions;
    }, options?: CallOptions): Promise<FollowingPage>;
    /**
     * Lists the channels that the caller follows.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_parameter when a filter is not known
     */
    getFollowingChannels(params?: {
      options?: FollowOptions;
    }, options?: CallOptions): Promise<FollowingPage>;
    /**
     * Lists the members whom the caller follows.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_parameter when a filter is not known
     */
    getFollowingUsers(params?: {
      options?: FollowOptions;
    }, options?: CallOptions): Promise<FollowingPage>;
    /**
     * Lists new content of the members, and in the topics and channels, that the caller follows, the newest first.
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may not see the member's
     * @throws invalid_parameter when a type or filter is not known
     */
    getFollowingContent(params?: {
      /** 0 for the caller; others only for administrators */
      userid?: number | string;
      /** `follow_members` for content of members only; `follow_contents` or `follow_channel` for content in topics and channels only; else all */
      type?: 'follow_members' | 'follow_contents' | 'follow_channel' | 'follow_all' | 'follow_all_activity';
      /** `filter_time` is `time_lastmonth` when left out */
      filters?: FollowFilters;
      /** only content of these types, such as `Text` or `vBForum_Text` */
      contenttypeclass?: readonly string[];
      options?: FollowOptions;
    }, options?: CallOptions): Promise<FollowedContent>;
    /**
     * Lists new content of all that the caller follows: see getFollowingContent.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_parameter when a filter is not known
     */
    getFollowingActivities(params?: {
      options?: FollowOptions;
    }, options?: CallOptions): Promise<FollowStream>;
    /**
     * Lists new content of the members whom the caller follows: see getFollowingContent.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_parameter when a filter is not known
     */
    getFollowingUserActivities(params?: {
      options?: FollowOptions;
    }, options?: CallOptions): Promise<FollowStream>;
    /**
     * Lists who follows a topic or channel, for its moderators: what a member follows is his own.
     * @throws invalid_node_id when there is no such node for the caller
     * @throws no_permission when the caller does not moderate there
     * @throws not_logged_no_permission when a guest asks
     */
    getContentFollowers(params: {
      nodeid: number | string;
      currentPage?: number | string;
      perpage?: number | string;
      /** has no effect: it is always included */
      includeFollowInfo?: boolean;
    }, options?: CallOptions): Promise<ContentFollowers>;
    /**
     * Lists who follows a topic or channel: see getContentFollowers.
     * @throws invalid_node_id when there is no such node for the caller
     * @throws no_permission when the caller does not moderate there
     * @throws not_logged_no_permission when a guest asks
     * @throws invalid_parameter when a filter is not known
     */
    getNodeSubscribers(params: {
      nodeid: number | string;
      options?: FollowOptions;
    }, options?: CallOptions): Promise<FollowerPage>;
    /**
     * Tells whether the caller follows a topic or channel.
     * @returns 0 or 1; 0 for a guest
     * @throws invalid_node_id when there is no such node for the caller
     */
    isFollowingContent(params: {
      /** a nodeid */
      contentId: number | string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Tells which topics and channels the caller follows. Those that he may not see are left out.
     * @throws invalid_data when there are too many
     */
    isFollowingContentList(params: {
      /** at most the option `maxperpage` */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<FollowingList>;
    /**
     * Tells whether the caller follows a member.
     * @returns 0, 1, or 2 while he waits for approval; 0 for a guest
     */
    isFollowingUser(params: {
      profileUser: number | string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Begins to follow a member, a topic or a channel. A member may want to approve his followers (the user option
     * `moderatefollowers`); then the answer is 2, and a request waits for that member: content_privatemessage.listRequests.
     * A reply or comment stands for its topic.
     * @returns 0 does not follow, 1 follows, 2 waits for approval
     * @throws not_logged_no_permission for a guest
     * @throws invalid_user_specified when there is no such member
     * @throws invalid_node_id when there is no such node for the caller
     * @throws invalid_data when a member would follow himself
     * @throws invalid_parameter when the type is not known
     * @throws no_permission when the caller may not act for the follower
     */
    add(params: {
      /** a userid or nodeid */
      follow_item: number | string;
      type?: 'follow_members' | 'follow_contents' | 'follow_channel';
      /** who follows; others than the caller only for administrators */
      follower?: number | string | false;
      /** has no effect: following is the same, however it began */
      auto_subscribe?: boolean;
    }, options?: CallOptions): Promise<number>;
    /**
     * Takes a waiting follower: the same as approveFollowing, with the answer of `add`.
     * @returns 1
     * @throws not_logged_no_permission for a guest
     * @throws invalid_user_specified when he is not waiting
     */
    addFollower(params: {
      follower: number | string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Approves a follower who waits.
     * @returns false when he was not waiting
     * @throws not_logged_no_permission for a guest
     */
    approveFollowing(params: {
      followerid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Refuses a follower who waits. He is not told.
     * @returns false when he was not waiting
     * @throws not_logged_no_permission for a guest
     */
    denyFollowing(params: {
      followerid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Rids the caller of a follower, approved or waiting. He is not told.
     * @returns false when there was no such follower
     * @throws not_logged_no_permission for a guest
     */
    removeFollower(params: {
      follower: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Ends following. A reply or comment stands for its topic; what has been hidden since can be left, too.
     * @returns 1, or 0 when there was nothing to end
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when `follow_item` is missing
     * @throws invalid_parameter when the type is not known
     * @throws no_permission when the caller may not act for the member
     */
    delete(params?: {
      /** a userid or nodeid */
      follow_item?: number | string | false;
      type?: 'follow_members' | 'follow_contents' | 'follow_channel';
      /** who follows; others than the caller only for administrators */
      userid?: number | string | false;
    }, options?: CallOptions): Promise<number>;
    /**
     * Ends following: the same as `delete`.
     * @returns 1, or 0 when there was nothing to end
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when `followingId` is missing
     * @throws invalid_parameter when the type is not known
     * @throws no_permission when the caller may not act for the member
     */
    removeFollowing(params?: {
      followingId?: number | string | false;
      userId?: number | string | false;
      type?: 'follow_members' | 'follow_contents' | 'follow_channel';
    }, options?: CallOptions): Promise<number>;
    /**
     * Ends following many things at once.
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there are too many
     */
    unsubscribeItems(params: {
      /** ids by type, at most the option `maxperpage` of each */
      unsubscribeItems: UnsubscribeItems;
    }, options?: CallOptions): Promise<boolean>;
  };
  /**
   * Human verification: guests answer a question, or write what a picture shows, before they register or ask for a new
   * password. The option `hv_type` says which.
   */
  hv: {
    /**
     * How the board tells people from programs.
     * @returns `Image`, `Question` or `Disabled`
     */
    fetchHvType(params?: Record<string, never>, options?: CallOptions): Promise<string>;
    /**
     * Whether the caller must pass human verification before he does something. Members need not.
     * @throws invalid_parameter when the action is not known
     */
    fetchRequireHvcheck(params: {
      action: 'register' | 'post' | 'search' | 'contactus' | 'lostpw';
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Picks a question, or makes a code that a picture shows. It can be answered for an hour, and used once.
     * @throws rate_limited when the caller's address has asked for too many (seconds to wait)
     */
    generateToken(params?: Record<string, never>, options?: CallOptions): Promise<HvToken>;
    /**
     * The question that a hash stands for.
     * @returns false when the hash is not known, its time is over, or a picture belongs to it
     */
    fetchHvQuestion(params?: {
      /** from `hv.generateToken` */
      hash?: string;
    }, options?: CallOptions): Promise<string | false>;
    /**
     * The picture that a hash stands for: 220 x 80 pixels with six letters and digits, whose case does not matter. It
     * looks different each time.
     * @returns false when the hash is not known, its time is over, or a question belongs to it
     * @throws toobusy when too many pictures are being drawn
     */
    fetchHvImage(params?: {
      /** from `hv.generateToken` */
      hash?: string;
    }, options?: CallOptions): Promise<HvImage | false>;
    /**
     * Checks an answer without using it up, so that it is still good for the call it is meant for. After three wrong
     * answers the hash is void.
     * @returns true; also while human verification is switched off
     * @throws humanverify_question_wronganswer when it is wrong, too late, or one too many
     * @throws humanverify_image_wronganswer the same, where pictures are shown
     * @throws invalid_parameter when the action is not known
     */
    verifyToken(params: {
      input: HvInput;
      /** has no effect: an answer is judged alike for every action */
      action: 'register' | 'post' | 'search' | 'contactus' | 'lostpw';
      /** true to get false for a wrong answer, instead of an error */
      return?: boolean;
    }, options?: CallOptions): Promise<boolean>;
  };
  /** The languages that the board speaks: see the class phrase for its texts. */
  language: {
    /** Reads the languages. */
    fetchAll(params?: {
      /** 0 for all of them; else this one, where there is one */
      languageid?: number | string;
      /** has no effect: every language has all that there is */
      baseonly?: boolean;
    }, options?: CallOptions): Promise<LanguageMap>;
    /**
     * The names of the languages, each in its own.
     * @returns titles by id
     */
    getLanguageTitles(params?: {
      /** has no effect: members may choose any */
      getall?: boolean;
    }, options?: CallOptions): Promise<Record<string, string>>;
  };
  /**
   * Everything on the board is a node: a channel, a topic, a reply, a comment.
   *
   * This class reads nodes of every type, one by one and in lists, marks them as read, and moderates them: it moves,
   * merges, closes, approves and deletes. What a node says is written by the class of its type, such as content_text.
   */
  node: {
    /**
     * The answers of a topic, the oldest first.
     * @throws invalid_node_id when there is no such topic for the caller
     */
    getAnswerNodeids(params: {
      /** the topic */
      starterid: number | string;
    }, options?: CallOptions): Promise<AnswerNodeids>;
    /**
     * The first answer of each of several topics. Ours: lists of topics show it, and one statement finds them all.
     * @returns the answer's nodeid by topic; topics without an answer that the caller sees are left out
     * @throws invalid_data when there are too many ids
     */
    getFirstAnswers(params: {
      /** topics; at most the option `maxperpage` */
      starterids: readonly (number | string)[];
    }, options?: CallOptions): Promise<Record<string, number>>;
    /**
     * Marks a reply as an answer to its topic, or takes the mark back.
     * @throws invalid_node_id when there is no such reply for the caller
     * @throws no_permission for all but the topic's author and those who manage topics there
     * @throws not_logged_no_permission for a guest
     * @throws node_cannot_be_answer when it is no reply: a topic, a comment
     * @throws is_already_answer when it is one
     * @throws is_not_answer when it is none
     */
    setAsAnswer(params: {
      nodeid: number | string;
      set?: boolean;
    }, options?: CallOptions): Promise<AnswerSet>;
    /**
     * Makes a reply the only answer to its topic, or takes the mark back.
     * @throws invalid_node_id when there is no such reply for the caller
     * @throws no_permission for all but the topic's author and those who manage topics there
     * @throws not_logged_no_permission for a guest
     * @throws node_cannot_be_answer when it is no reply: a topic, a comment
     * @throws is_not_answer when it is none
     */
    setExclusiveAnswer(params: {
      nodeid: number | string;
      set?: boolean;
    }, options?: CallOptions): Promise<AnswerSet>;
    /**
     * Takes the marks of answers back.
     * @returns the ids that are answers no more
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws no_permission for all but the topics' authors and those who manage topics there
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there are too many ids
     */
    removeAnswers(params: {
      /** answers, or topics for all their answers; as a list or separated by commas */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Approves posts: everybody sees them who may see what is above them, and those concerned are told. Whose profile a
     * message is on may do so, too.
     * @returns the ids that waited
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may not moderate posts there
     * @throws invalid_data when one of them is a channel, or there are too many
     */
    approve(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Takes an approval back: only moderators and the author see the posts, and what lies below them; messages on a
     * profile also its owner, who may do so, too.
     * @returns the ids that were approved
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may not moderate posts there
     * @throws invalid_data when one of them is a channel, or there are too many
     */
    unapprove(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Approves posts, or takes their approval back: see approve and unapprove.
     * @returns the ids that have changed
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may not moderate posts there
     * @throws invalid_data when one of them is a channel, or there are too many
     */
    setApproved(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
      approved?: boolean;
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Approves a post, or takes its approval back.
     * @returns true
     * @throws invalid_node_id when there is no such post for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may not moderate posts there
     * @throws invalid_data when it is a channel
     */
    setApprovedPost(params: {
      nodeid: number | string;
      approved?: boolean;
      /** has no effect: the post stays as it is */
      data?: Struct;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Lists the posts that wait in the channels that the caller moderates, the newest first.
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he moderates no posts anywhere
     */
    listPendingPosts(params?: {
      options?: PendingOptions;
    }, options?: CallOptions): Promise<PendingPosts>;
    /**
     * Lists the caller's own posts that wait for approval, the newest first.
     * @throws not_logged_no_permission for a guest
     */
    listPendingPostsForCurrentUser(params?: {
      options?: PendingOptions;
    }, options?: CallOptions): Promise<PendingPosts>;
    /**
     * Attaches an upload of the caller's to a post: see content_attach.add.
     * @returns the attachment's id
     * @throws invalid_node_id when there is no such post for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may not edit the post or attach files there
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     * @throws invalid_filedata_id when there is no such upload of the caller's
     * @throws invalid_data when a text is too long
     * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
     */
    addAttachment(params: {
      nodeid: number | string;
      data: NodeAttachData;
    }, options?: CallOptions): Promise<number>;
    /**
     * Takes an attachment off a post, or all of them.
     * @returns the ids of the attachments that are gone
     * @throws invalid_node_id when there is no such post for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when he may neither edit the post nor moderate attachments there
     * @throws edit_time_over when the author's time is over
     * @throws threadclosed when the topic is closed
     */
    removeAttachment(params: {
      /** the post */
      nodeid: number | string;
      /** which one */
      data?: AttachmentChoice;
      all?: boolean;
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Lists the attachments of posts, as far as the caller may get them.
     * @returns the attachments, or false when there are none
     * @throws invalid_data when there are too many ids
     */
    getNodeAttachments(params: {
      /** the posts */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<Attachment[] | false>;
    /**
     * Reads the attachments of posts, as far as the caller may get them.
     * @returns by post, each one's attachments by their ids; posts whose attachments he may not get are left out
     * @throws invalid_data when there are too many ids
     */
    getNodeAttachmentsPublicInfo(params: {
      /** the posts */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<PostAttachments>;
    /**
     * Reads an attachment.
     * @returns the attachment by its id: one member
     * @throws invalid_attachment_id when there is no such attachment for the caller
     * @throws not_logged_no_permission when a guest finds none
     */
    getAttachmentPublicInfo(params: {
      attachmentid: number | string;
    }, options?: CallOptions): Promise<AttachmentMap>;
    /**
     * Reads the tree of channels that the caller may enter.
     * @returns `channels` in the board's order, each with its `subchannels`; both are always there
     * @throws invalid_node_id when there is no such channel for the caller
     */
    fetchChannelNodeTree(params?: {
      /** 0, or less, for the main forum */
      parentid?: number | string;
      /** how many levels below the parent */
      depth?: number | string;
      /** has no effect: the whole tree is returned */
      pagenum?: number | string;
      /** has no effect: the whole tree is returned */
      perpage?: number | string;
    }, options?: CallOptions): Promise<ChannelTree>;
    /** The root channel of the forums. */
    fetchForumChannel(params?: Record<string, never>, options?: CallOptions): Promise<number>;
    /**
     * The channel that private messages lie below. Nobody enters it: see content_privatemessage.
     * @returns its nodeid
     */
    fetchPMChannel(params?: Record<string, never>, options?: CallOptions): Promise<number>;
    /**
     * The channel of the messages on members' profiles: see content_text.listVisitorMessages.
     * @returns its nodeid
     */
    fetchVMChannel(params?: Record<string, never>, options?: CallOptions): Promise<number>;
    /**
     * The channel that members' albums are topics of: see content_gallery.add.
     * @returns its nodeid
     */
    fetchAlbumChannel(params?: Record<string, never>, options?: CallOptions): Promise<number>;
    /**
     * Counts what lies in a channel, as far as the caller may read it.
     * @throws invalid_node_id when there is no such channel for the caller
     */
    getChannelStatistics(params: {
      parentid: number | string;
    }, options?: CallOptions): Promise<ChannelStatistics>;
    /**
     * The channels that the caller may enter.
     * @returns their ids, those above before those below
     */
    getCurrentUserChannels(params?: Record<string, never>, options?: CallOptions): Promise<number[]>;
    /**
     * Copies posts with all below them that the caller sees, to where he could move them: topics to a channel, replies
     * and comments to a topic or reply, or to a channel, where the oldest becomes a topic and the others its replies.
     * What lies below another node of the list goes with it. Either all are copied or none, and at most 1000 posts.
     *
     * Copies keep authors, dates, texts, tags, polls without their votes, and attachments; closed, unapproved and deleted
     * posts, as far as he sees them, are so in the copy, too. They begin without votes, followers, views, versions, and
     * marks as an answer or as featured, and nobody is told of them.
     * @returns the new id of each post copied, by its old one
     * @throws invalid_node_id when one of them, or the new parent, is not there for the caller
     * @throws no_permission when the caller may not manage topics in one of the channels
     * @throws not_logged_no_permission for a guest
     * @throws category_takes_no_topics when the channel is a category
     * @throws title_required when a new topic would have no title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws invalid_data when such nodes cannot be there, or there are too many
     */
    cloneNodes(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
      /** the channel, topic or reply */
      to_parent: number | string;
      /** the title of the topics that the copies begin; else they keep their own. Required where there is none */
      newtitle?: string;
    }, options?: CallOptions): Promise<ClonedNodes>;
    /**
     * Lists topics or posts of all forums that meet all criteria, page by page. Ours: vBulletin's apps search.
     * @throws invalid_parameter when the order is not known
     */
    listFiltered(params?: {
      criteria?: NodeCriteria;
    }, options?: CallOptions): Promise<ContentPage>;
    /**
     * Lists what lies below a node, page by page: the topics of a channel by activity with the sticky ones first, the
     * replies of a topic from the oldest on; with `depth` 0 everything below, the newest of a channel first.
     * Channels are not among it: see fetchChannelNodeTree.
     * @returns the nodes in the list's order
     * @throws invalid_node_id when there is no such node for the caller
     * @throws invalid_parameter when `options[sort]` is not known
     */
    listNodeContent(params: {
      parentid: number | string;
      /** from 1 on; a page past the end is empty */
      page?: number | string;
      /** at most the option `maxperpage`; 0 for 20 */
      perpage?: number | string;
      /** 1 for direct children, 2 for theirs as well, and so on; 0 for all below */
      depth?: number | string;
      /** 0 for every type */
      contenttypeid?: number | string;
      options?: ListOptions;
    }, options?: CallOptions): Promise<readonly FullContent[]>;
    /**
     * Lists what lies below a node with all its content: see listNodeContent.
     * @returns the nodes in the list's order
     * @throws invalid_node_id when there is no such node for the caller
     * @throws invalid_parameter when `options[sort]` is not known
     */
    listNodeFullContent(params: {
      parentid: number | string;
      /** from 1 on; a page past the end is empty */
      page?: number | string;
      /** at most the option `maxperpage`; 0 for 20 */
      perpage?: number | string;
      /** 1 for direct children, 2 for theirs as well, and so on; 0 for all below */
      depth?: number | string;
      /** 0 for every type */
      contenttypeid?: number | string;
      options?: ListOptions;
    }, options?: CallOptions): Promise<readonly FullContent[]>;
    /**
     * Counts what listNodeFullContent lists on all its pages.
     * @throws invalid_node_id when there is no such node for the caller
     */
    listNodeFullContentCount(params: {
      parentid: number | string;
      /** has no effect: all pages are counted */
      page?: number | string;
      /** has no effect: all pages are counted */
      perpage?: number | string;
      depth?: number | string;
      contenttypeid?: number | string;
      options?: ListOptions;
    }, options?: CallOptions): Promise<number>;
    /**
     * Lists albums, the newest first: those of the member who wrote a node, or with the channel of albums everybody's.
     * Among his own the caller also finds those that are private or wait for approval. See profile.getAlbum for a member's
     * by his userid.
     * @returns the albums in the list's order, each with its first photo; none for a post by a guest
     * @throws invalid_node_id when there is no such node for the caller
     */
    getAlbums(params: {
      /** an album or any other post; the channel of albums, or 0 for it */
      nodeid: number | string;
      /** from 1 on; a page past the end is empty */
      page?: number | string;
      /** at most the option `maxperpage`; 0 for 20 */
      perpage?: number | string;
    }, options?: CallOptions): Promise<readonly Album[]>;
    /**
     * Lists the newest posts of the board, or of a member.
     * @returns the nodes in the list's order
     * @throws invalid_parameter when a filter is not known
     */
    fetchActivity(params?: {
      params?: ActivityParams;
    }, options?: CallOptions): Promise<readonly FullContent[]>;
    /**
     * Marks a topic or channel as read, and the caller's notifications about what was read there.
     * @returns the ids marked
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such node for the caller
     */
    markRead(params: {
      nodeid: number | string;
      /** Unix seconds, for a topic read up to there; 0 for now */
      readtime?: number | string;
      /** of the second `readtime`, up to which node; 0 for all that there are now */
      readid?: number | string;
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Marks several topics or channels as read, and the caller's notifications about what was read there; a mark on a
     * channel is one for all below it. Those that the caller may
     * not see are left out, as if they did not exist.
     * @returns the ids marked
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there are too many ids
     */
    markReadMultiple(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Marks several topics or channels as unread: what the caller has read of each is forgotten. A topic whose channel was
     * marked as read since stays read with it.
     * @returns the ids that are unread now
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there are too many ids
     */
    markUnreadMultiple(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Marks a channel with all below it as read, at one stroke.
     * @returns the channels that are read now
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such channel for the caller
     */
    markChannelsRead(params?: {
      /** 0 for the whole board */
      nodeid?: number | string;
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Up to when a node counts as read for the caller: the latest mark on it and on what it lies in, and never longer ago
     * than the option `markinglimit` says.
     * @throws invalid_node_id when there is no such node for the caller
     */
    getNodeReadTime(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<ReadTime>;
    /**
     * Finds the first child of a node after a point in time, to jump to what is unread: see getNodeReadTime.
     * @throws invalid_node_id when there is no such node for the caller
     */
    getFirstChildAfterTime(params: {
      /** a topic, for its replies; or a channel or reply */
      parentNodeId: number | string;
      /** Unix seconds */
      timeStamp: number | string;
    }, options?: CallOptions): Promise<FoundChild>;
    /**
     * Counts what is new for the caller in channels and topics, for badges, and tells where to go on reading. Ours: vBulletin has no method for it. A
     * channel counts among its 500 topics with the newest posts. Those that the caller may not see are left out.
     * @returns by node
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there are too many ids
     */
    fetchUnreadCounts(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<UnreadMap>;
    /**
     * Notes that somebody looks at a topic. Reading its full content does so, too; within a quarter of an hour the same
     * caller counts once. The number, `content.views`, follows some seconds later.
     * @returns true
     * @throws invalid_node_id when there is no such topic for the caller
     */
    incrementNodeview(params: {
      /** a topic, or a post in it */
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Merges topics into another: their posts become its replies, and keep their authors and dates. Who followed them
     * follows it, and it has their tags, too. A topic of text gets the first poll that showed among them, with its votes;
     * a topic that is more keeps what it is, and theirs stay with their posts.
     * @returns the ids that are topics no more
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws no_permission when the caller may not manage topics in one of the channels
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when one of them is no topic, there is only one or too many, or the redirect's time is over
     */
    mergeTopics(params: {
      /** the topics; the other may be among them */
      nodeids: readonly (number | string)[];
      /** the topic that stays */
      targetnodeid: number | string;
      /** what stays in the place of the others, if everybody sees them */
      leaveRedirectData?: LeaveRedirectData;
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Merges posts of one topic into one of them, which keeps its author, date and place, and gets what is attached to
     * the others and what lies below them. The others are gone for good.
     * @returns the post that stays
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws no_permission when the caller may not edit and remove posts there
     * @throws not_logged_no_permission for a guest
     * @throws missing_content when the new text is empty
     * @throws text_too_long past the option `postmaxchars`
     * @throws title_required when a topic would lose its title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws invalid_data when these posts cannot be merged so, there is only one, or there are too many
     */
    mergePosts(params: {
      input: MergePostsInput;
    }, options?: CallOptions): Promise<MergedPosts>;
    /**
     * Deletes nodes with all below them: topics, replies and comments, or channels by an administrator. Either all are
     * deleted or none.
     * @returns the ids deleted
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may not delete one of them
     * @throws invalid_data when the reason is too long, or there are too many nodes
     */
    deleteNodes(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
      /** for good; otherwise they are hidden, and moderators still see them */
      hard?: boolean;
      /** kept with a hidden node */
      reason?: string;
      /** has no effect: the log always tells of it */
      modlog?: boolean;
      /** has no effect: the board reports to nobody outside */
      reportspam?: boolean;
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Opens closed topics.
     * @returns the ids
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may not open one of them
     * @throws invalid_data when there are too many nodes
     */
    openNode(params: {
      /** ids, as a list or separated by commas */
      nodeid: readonly (number | string)[];
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Closes topics: nobody but a moderator may reply any more.
     * @returns the ids
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may not close one of them
     * @throws invalid_data when there are too many nodes
     */
    closeNode(params: {
      /** ids, as a list or separated by commas */
      nodeid: readonly (number | string)[];
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Whether the caller may open and close a node.
     * @throws invalid_node_id when there is no such node for the caller
     */
    canOpenCloseNode(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Takes soft deletions back. What below a node was deleted by itself stays deleted.
     * @returns the ids that were deleted, and are there again
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may not delete posts there
     * @throws invalid_data when there are too many nodes
     */
    undeleteNodes(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Makes topics sticky: they come first in their channel.
     * @returns the ids
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may not manage topics there
     * @throws invalid_data when one of them is no topic, or there are too many
     */
    setSticky(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
      /** false: they come where their activity puts them */
      stick?: boolean;
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Makes topics sticky no more.
     * @returns the ids
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may not manage topics there
     * @throws invalid_data when one of them is no topic, or there are too many
     */
    unsetSticky(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Features topics and posts: lists and searches can ask for what is featured.
     * @returns the ids
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may not feature posts there
     * @throws invalid_data when one of them is a channel, or there are too many
     */
    setFeatured(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
      /** false: they are featured no more */
      set?: boolean;
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Features topics and posts no more.
     * @returns the ids
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may not feature posts there
     * @throws invalid_data when one of them is a channel, or there are too many
     */
    setUnFeatured(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Moves nodes with all below them: topics to another channel, replies and comments to another topic or reply, and
     * with `makeTopic` to a channel, where they become a topic; channels by an administrator. What lies below another
     * node of the list goes with it. Either all are moved or none. Messages can leave a profile, and are that member's no
     * more; nothing comes onto one, or into an album.
     * @returns the ids moved
     * @throws invalid_node_id when one of them, or the new parent, is not there for the caller
     * @throws no_permission when the caller may not move one of them, or may not move to that place
     * @throws not_logged_no_permission for a guest
     * @throws category_takes_no_topics when the channel is a category
     * @throws title_required when the new topic would have no title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws invalid_data when such nodes cannot be there, there are too many, or the redirect's time is over
     */
    moveNodes(params: {
      /** ids, as a list or separated by commas */
      nodeids: readonly (number | string)[];
      /** the channel, topic or reply */
      to_parent: number | string;
      /** of the posts the oldest becomes a topic, and the others its replies */
      makeTopic?: boolean;
      /** the new topic's title; else the oldest post keeps its own. Required for messages that leave a profile */
      newtitle?: string | false;
      /** has no effect: the log always tells of it */
      modlog?: boolean;
      /** what stays in the place of topics that everybody sees */
      leaveRedirectData?: LeaveRedirectData;
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Reads one node.
     * @throws invalid_node_id when there is no such node for the caller
     */
    getNode(params: {
      /** the node */
      nodeid: number | string;
      /** adds `parents`, the nearest first */
      withParents?: boolean;
      /** adds `attachments` by their ids, where the caller may get them */
      withJoinableContent?: boolean;
    }, options?: CallOptions): Promise<NodeWithParents>;
    /**
     * Reads several nodes. Those that the caller may not see are left out, as if they did not exist.
     * @returns the nodes by id
     * @throws invalid_data when there are too many ids
     */
    getNodes(params: {
      /** node ids */
      nodeList: readonly (number | string)[];
      /** adds `attachments` by their ids, where the caller may get them */
      withJoinableContent?: boolean;
    }, options?: CallOptions): Promise<NodeMap>;
    /**
     * Reads a node with its content: see getNodeFullContent.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     */
    getNodeContent(params: {
      nodeid: number | string;
      /** has no effect: the node's own type is known */
      contenttypeid?: number | string | false;
      /** has no effect: the node comes with all there is */
      options?: Struct;
    }, options?: CallOptions): Promise<ContentMap>;
    /**
     * Reads a node with its content, its author, topic and channel, and what the caller may do.
     * @returns the node by its id: one member
     * @throws invalid_node_id when there is no such node for the caller
     */
    getNodeFullContent(params: {
      nodeid: number | string;
      /** has no effect: the node's own type is known */
      contenttypeid?: number | string | false;
      /** has no effect: the node comes with all there is */
      options?: Struct;
    }, options?: CallOptions): Promise<ContentMap>;
    /**
     * Reads several nodes with their content, under the keys that the caller gave. Those that he may not see are left out.
     * @returns the nodes by key, in the order of the list; a list when the keys are 0, 1 and so on. Where some of a list are left out, it is one from `api_v` 100 on, and below an object with the keys of the others
     * @throws invalid_data when there are too many ids
     */
    getFullContentforNodes(params: {
      /** node ids, each under a key; in a list 0, 1 and so on */
      nodeList: readonly (number | string)[] | Readonly<Record<string, number | string>>;
    }, options?: CallOptions): Promise<KeyedContents>;
    /**
     * Reads several nodes with their content, by their ids. Those that the caller may not see are left out.
     * @returns the nodes by id, in the order of the list
     * @throws invalid_data when there are too many ids
     */
    getContentforNodes(params: {
      /** node ids */
      nodeList: readonly (number | string)[];
      /** has no effect: the nodes come with all there is */
      options?: Struct | false;
    }, options?: CallOptions): Promise<ContentMap>;
    /** The options that nodes may have: their names and bits. */
    getOptions(params?: Record<string, never>, options?: CallOptions): Promise<Readonly<Record<string, number>>>;
    /**
     * Deletes posts with all below them as deleteNodes does; with `deleteother` also the authors' other posts where the
     * caller moderates, and with `banusers` it bans the authors as user.banUsers does. All of it happens, or nothing.
     *
     * Of the other posts the newest 100 go with one call. While the answer says `more`, call again with `userids` and
     * without `nodeids`.
     * @throws invalid_node_id when one of them is not there for the caller
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the caller may not delete one of them, moderates no posts, or may not ban these members
     * @throws invalid_user_specified when a member who is to be banned does not exist
     * @throws invalid_parameter when there are too many members, or none to ban
     * @throws invalid_data when a reason is too long, one of them is a channel, there are too many, or the usergroup or the period cannot be used (its name)
     */
    deleteNodesAsSpam(params?: {
      /** ids, as a list or separated by commas */
      nodeids?: readonly (number | string)[];
      /** the members, at most 100; without any the authors of the nodes. Guests are passed over */
      userids?: readonly (number | string)[];
      /** for good; otherwise posts are hidden, and moderators still see them */
      hard?: boolean;
      /** kept with hidden posts */
      reason?: string;
      deleteother?: boolean;
      banusers?: boolean;
      /** a usergroup of banned members (`usergroup.fetchBannedUsergroups`), required with `banusers` */
      banusergroupid?: number | string;
      /** `D_7` in days, `W_2` in weeks, `M_1` in months, `Y_1` in years, or `PERMANENT` */
      period?: string;
      /** is told to the banned members */
      banreason?: string;
      /** has no effect: the board reports to nobody outside */
      report?: boolean;
    }, options?: CallOptions): Promise<SpamDeletion>;
    /**
     * Reads what moderators have done to a post, or in a channel and all below it; the latest first. Of channels below
     * those are told of where the caller moderates posts; to administrators the root tells of all, also of what was in
     * channels that are gone, and of API keys (`aboutid`, by name in `nodetitle`).
     * @throws invalid_node_id when there is no such node for the caller
     * @throws no_permission when the caller moderates no posts there
     * @throws not_logged_no_permission for a guest
     */
    fetchModLogs(params: {
      nodeid: number | string;
      /** ours: from 1 on */
      page?: number | string;
      /** ours: at most the option `maxperpage` */
      perpage?: number | string;
    }, options?: CallOptions): Promise<ModLogEntry[]>;
    /**
     * Ours: the members who moderate a channel themselves, there or above. Those whose usergroup moderates are not
     * among them.
     * @throws invalid_node_id when there is no such channel for the caller
     */
    fetchModerators(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<ChannelModerator[]>;
    /**
     * Ours: makes a member a moderator of a channel and all below it, or changes what he may do there. He moderates
     * where he may enter.
     * @returns true
     * @throws no_permission for all but administrators
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such channel
     * @throws invalid_user_specified when there is no such member
     * @throws invalid_data when there is no such permission
     */
    setModerator(params: {
      /** the channel */
      nodeid: number | string;
      userid: number | string;
      /** names such as `canmoderateposts`; without any he is a moderator there no more */
      permissions?: readonly string[];
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Sets the options of a channel, such as whether posts in it wait for approval.
     * @returns the options as bits
     * @throws no_permission for all but administrators
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such channel
     * @throws invalid_data when there is no such option
     */
    setNodeOptions(params: {
      nodeid: number | string;
      /** a number of bits for all options, or options by name and 0 or 1 for those that change: `moderate_topics`, `moderate_comments`, … */
      options: string | Struct;
    }, options?: CallOptions): Promise<number>;
  };
  /** Votes of all types: likes and reactions. */
  nodevote: {
    /**
     * Votes for a post. Voting again with the same type changes nothing; with another one it replaces what the caller has
     * given before, so that each member has one reaction to a post.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such post for the caller
     * @throws invalid_data when there is no such type
     * @throws no_permission when it is his own, or he may not rate there
     */
    voteNode(params: {
      nodeid: number | string;
      /** from `reactions.fetchEnabledReactionsList`; 1 is the like */
      votetypeid: number | string;
    }, options?: CallOptions): Promise<VoteResult>;
    /**
     * Takes a vote back. Where there is none, nothing changes.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such post for the caller
     * @throws invalid_data when there is no such type
     */
    unvoteNode(params: {
      nodeid: number | string;
      /** from `reactions.fetchEnabledReactionsList`; 1 is the like */
      votetypeid: number | string;
    }, options?: CallOptions): Promise<UnvoteResult>;
  };
  /**
   * What a member is told of. Of what has been hidden from him since he is told nothing, and it counts nowhere. He is
   * told of a node once: as who was mentioned, quoted or answered, else as a subscriber.
   */
  notification: {
    /**
     * Lists the caller's notifications.
     * @returns them in the list's order
     * @throws not_logged_no_permission for a guest
     * @throws invalid_parameter when a choice is not known
     */
    fetchNotificationsForCurrentUser(params?: {
      data?: NotificationQuery;
    }, options?: CallOptions): Promise<readonly NotificationAnswer[]>;
    /**
     * Counts the caller's unread notifications. Ours: vBulletin counts them elsewhere.
     * @returns at most 1000
     * @throws not_logged_no_permission for a guest
     */
    fetchUnreadCount(params?: Record<string, never>, options?: CallOptions): Promise<number>;
    /**
     * Marks notifications as read.
     * @returns how many were unread, and the next notification that belongs on the page
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the notifications are not the caller's
     * @throws invalid_data when there are too many ids
     * @throws invalid_parameter when a choice is not known
     */
    dismissNotification(params: {
      /** ids, as a list or separated by commas; those of others are left alone */
      readIds: readonly (number | string)[];
      /** what the client shows, so that it is not sent again */
      idsOnPage?: readonly (number | string)[];
      /** how the client's page is filtered */
      filterParams?: NotificationQuery;
      /** asks for nothing to fill the page up with */
      skipFetch?: boolean;
      /** others than the caller only for administrators */
      userid?: number | string | false;
    }, options?: CallOptions): Promise<Dismissal>;
    /**
     * Marks all notifications as read.
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the notifications are not the caller's
     */
    dismissAllNotifications(params?: {
      /** others than the caller only for administrators */
      userid?: number | string | false;
    }, options?: CallOptions): Promise<AffectedRows>;
    /**
     * Deletes notifications.
     * @throws not_logged_no_permission for a guest
     * @throws no_permission when the notifications are not the caller's
     * @throws invalid_data when there are too many ids
     */
    deleteNotification(params: {
      /** ids, as a list or separated by commas; those of others are left alone */
      notificationids: readonly (number | string)[];
      /** others than the caller only for administrators */
      userid?: number | string | false;
    }, options?: CallOptions): Promise<AffectedRows>;
    /**
     * Asks not to be told of new replies and comments in the topic of a node any more, whether the caller follows it or
     * wrote in it. Of mentions and quotes he is still told.
     * @returns an id to undo it with
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such node for the caller, or it is a channel
     */
    unsubscribeFromNotification(params: {
      /** the node that a notification was about */
      sentbynodeid: number | string;
    }, options?: CallOptions): Promise<Unsubscription>;
    /**
     * Undoes unsubscribeFromNotification: the topic is followed again if it was before.
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there is nothing of the caller's to undo
     */
    undoUnsubscribe(params: {
      /** from unsubscribeFromNotification */
      undoid: number | string;
    }, options?: CallOptions): Promise<boolean>;
  };
  /** The board's settings, as far as clients may read them. */
  options: {
    /**
     * Reads groups of options: `options`, which `publicoptions` is another name of, and `miscoptions` (there are none).
     * Other groups are left out, as are options that are not public.
     * @returns each group asked for, with its options by name; `publicoptions` under the name `options`
     */
    fetch(params?: {
      /** the names of groups; all groups when left out */
      options?: readonly string[];
    }, options?: CallOptions): Promise<Record<string, OptionValues>>;
    /**
     * Reads options by name. Names that are unknown or not public are left out.
     * @returns the options by name
     */
    fetchValues(params: {
      /** the names */
      options: readonly string[];
    }, options?: CallOptions): Promise<OptionValues>;
  };
  /**
   * The board's texts, in English (languageid 1) and German (2). An error's id is the name of its phrase. Texts are
   * plain; where one is missing in a language it is in English.
   */
  phrase: {
    /** Reads phrases; `{1}`, `{2}`, … stand where their arguments go. */
    fetch(params: {
      /** names; those that are not known are left out */
      phrases: readonly string[];
      /** 0 for the caller's own language */
      languageid?: number | string;
    }, options?: CallOptions): Promise<PhraseTexts>;
    /** Reads all phrases of groups. */
    fetchByGroup(params: {
      /** `error`, `feature`, `global`, `page`, `emailsubject`, `emailbody`; others are left out */
      groups: readonly string[];
      /** 0 for the caller's own language */
      languageid?: number | string;
    }, options?: CallOptions): Promise<PhraseTexts>;
    /** Reads phrases, as `phrase.fetch` does. */
    getPhrases(params: {
      /** names; those that are not known are left out */
      phrases: readonly string[];
      /** 0 for the caller's own language */
      languageid?: number | string;
    }, options?: CallOptions): Promise<PhraseAnswer>;
    /**
     * Turns phrases with their arguments into texts: an entry of an answer's `errors`, for example.
     * @returns texts by the keys of the list; what is not known is left out
     */
    renderPhrases(params: {
      /** each a name, or a list of a name and its arguments */
      phrases: Struct;
      /** 0 for the caller's own language */
      languageid?: number | string;
    }, options?: CallOptions): Promise<PhraseAnswer>;
    /**
     * The language in which the caller gets texts: the one that he has chosen; else the best of those that his client
     * names in the header `Accept-Language`; else the board's.
     */
    getLanguageid(params?: {
      /** true for its character set, too */
      getCharset?: boolean;
    }, options?: CallOptions): Promise<LanguageAnswer>;
  };
  /** What posts said before, by vBulletin's names; content_text.getEditHistory and its like know more. */
  posthistory: {
    /**
     * Tells whether the caller may know what a post said before: its author, and who may edit posts there.
     * @throws invalid_node_id when there is no such post for the caller
     */
    canViewPostHistory(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Reads two versions of a post with their texts.
     * @returns the older one first; nothing when the post has not been edited
     * @throws invalid_node_id when there is no such post for the caller
     * @throws no_permission when it is not their own and they may not edit posts there
     * @throws not_logged_no_permission for a guest
     * @throws invalid_version when there is no such version
     */
    fetchHistory(params: {
      nodeid: number | string;
      /** the `postedithistoryid` of one; 0 for the version before the other */
      id1?: number | string;
      /** of the other; 0 for the newest */
      id2?: number | string;
    }, options?: CallOptions): Promise<Version[]>;
    /**
     * Reads two versions of a post, to be compared: see content_text.compareVersions.
     * @throws invalid_node_id when there is no such post for the caller
     * @throws no_permission when it is not their own and they may not edit posts there
     * @throws not_logged_no_permission for a guest
     * @throws invalid_version when there is no such version
     */
    fetchHistoryComparison(params: {
      nodeid: number | string;
      /** the `postedithistoryid` of the one; 0 for the version before the other */
      oldpost?: number | string;
      /** of the other; 0 for the newest */
      newpost?: number | string;
    }, options?: CallOptions): Promise<VersionComparison>;
  };
  /** Profiles: the caller's avatar, members' albums, pictures and videos. */
  profile: {
    /**
     * Makes an uploaded picture the avatar: a square of it, made as small as the option `avatarmaxdimension`. A GIF or
     * WebP that moves goes on moving, as long as the avatar has no more bytes than `avatarmaxbytes`.
     * @returns the avatar
     * @throws not_logged_no_permission for a guest
     * @throws upload_stopped_by_extension when neither its bytes nor its name are of a type that is taken
     * @throws upload_file_exceeds_limit past the option `avatarmaxbytes`
     * @throws upload_exceeds_dimensions when it has too many pixels
     * @throws invalid_file when it is empty, or no picture
     * @throws invalid_file_data when it is damaged, or its bytes are of no type that is taken
     * @throws invalid_data when the square lies outside the picture
     * @throws upload_writefile_failed when it could not be stored
     */
    upload(params: {
      /** a picture (JPEG, PNG, GIF, WebP, AVIF, HEIC) */
      file: FileInput;
      /** which square */
      data?: CropData;
    }, options?: CallOptions): Promise<AvatarRecord>;
    /**
     * Makes a picture from a URL the avatar: of a server on the public internet, on the usual ports, within ten seconds.
     * @returns the avatar
     * @throws not_logged_no_permission for a guest
     * @throws invalid_parameter when it is not a web address
     * @throws upload_file_failed when it could not be fetched
     * @throws upload_stopped_by_extension when neither its bytes nor its name are of a type that is taken
     * @throws upload_file_exceeds_limit past the option `avatarmaxbytes`
     * @throws upload_exceeds_dimensions when it has too many pixels
     * @throws invalid_file when it is empty, or no picture
     * @throws invalid_file_data when it is damaged, or its bytes are of no type that is taken
     * @throws invalid_data when the square lies outside the picture
     * @throws upload_writefile_failed when it could not be stored
     */
    uploadUrl(params: {
      /** http or https, without a password */
      url: string;
      /** which square */
      data?: CropData;
    }, options?: CallOptions): Promise<AvatarRecord>;
    /**
     * Makes a square of a picture that the caller has uploaded his avatar.
     * @returns the avatar
     * @throws not_logged_no_permission for a guest
     * @throws invalid_filedata_id when there is no such upload of the caller's
     * @throws invalid_file when it is no picture
     * @throws invalid_file_data when it is damaged
     * @throws invalid_data when the square lies outside the picture
     * @throws upload_writefile_failed when it could not be stored
     */
    cropFileData(params: {
      /** from `content_attach.uploadProfilePicture` */
      filedataid: number | string;
      /** which square */
      data?: CropData;
    }, options?: CallOptions): Promise<AvatarRecord>;
    /**
     * Takes the own avatar back: a default one takes its place.
     * @returns the default avatar
     * @throws not_logged_no_permission for a guest
     * @throws invalid_parameter when the type is not known
     */
    resetAvatar(params?: {
      /** has no effect: there is one kind of picture */
      type?: 'avatar';
    }, options?: CallOptions): Promise<AvatarRecord>;
    /** The avatars that every board has; the first is that of members without one. */
    getDefaultAvatars(params?: Record<string, never>, options?: CallOptions): Promise<DefaultAvatar[]>;
    /**
     * Reads one album with all its photos, or lists a member's, the newest first and each with its first photo. Among his own the caller also finds those that are private or
     * wait for approval.
     * @throws invalid_node_id when there is no such album for the caller
     * @throws not_logged_no_permission when a guest asks for his own
     */
    getAlbum(params?: {
      filters?: AlbumFilters;
    }, options?: CallOptions): Promise<AlbumPage>;
    /**
     * Lists the pictures that a member has posted, the newest first, or the videos: in galleries, albums and any other
     * posts that the caller sees. Pictures are left out where he may get no attachments.
     * @throws not_logged_no_permission when a guest asks for his own
     * @throws invalid_parameter when the type is not known
     */
    fetchMedia(params?: {
      mediaFilter?: MediaFilter;
      /** from 1 on; a page past the end is empty */
      page?: number | string;
      /** at most the option `maxperpage`; 0 for 12 */
      perpage?: number | string;
      /** has no effect: the page and its length have parameters of their own */
      params?: Struct | false;
    }, options?: CallOptions): Promise<MediaPage>;
  };
  /** Reactions: votes with an emoji. The methods of nodevote are here, too. */
  reactions: {
    /** Lists the reactions that members may give. */
    fetchEnabledReactionsList(params?: Record<string, never>, options?: CallOptions): Promise<ReactionList>;
    /**
     * Lists all reactions with what a post has got of each.
     * @throws invalid_node_id when there is no such post for the caller
     */
    fetchReactionsForFooter(params: {
      /** the post, by its `nodeid` */
      conversation: FooterNode;
    }, options?: CallOptions): Promise<ReactionFooter>;
    /**
     * Lists who has given a post a reaction, at most the option `maxperpage`.
     * @throws invalid_node_id when there is no such post for the caller
     * @throws invalid_data when there is no such type
     */
    fetchWhovoted(params: {
      nodeid: number | string;
      /** from fetchEnabledReactionsList; 1 is the like */
      votetypeid: number | string;
    }, options?: CallOptions): Promise<Voters>;
    /**
     * Tells who has given which reaction to several posts, the latest first, at most a hundred for each. Ours: lists of
     * posts show them, and one statement finds them all.
     * @returns reactions by nodeid; posts without any are left out
     * @throws invalid_data when there are too many ids
     */
    fetchGiven(params: {
      /** those that the caller does not see are left out; at most the option `maxperpage` */
      nodeids: readonly (number | string)[];
    }, options?: CallOptions): Promise<Record<string, readonly GivenReaction[]>>;
    /**
     * Votes for a post. Voting again with the same type changes nothing; with another one it replaces what the caller has
     * given before, so that each member has one reaction to a post.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such post for the caller
     * @throws invalid_data when there is no such type
     * @throws no_permission when it is his own, or he may not rate there
     */
    voteNode(params: {
      nodeid: number | string;
      /** from `reactions.fetchEnabledReactionsList`; 1 is the like */
      votetypeid: number | string;
    }, options?: CallOptions): Promise<VoteResult>;
    /**
     * Takes a vote back. Where there is none, nothing changes.
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such post for the caller
     * @throws invalid_data when there is no such type
     */
    unvoteNode(params: {
      nodeid: number | string;
      /** from `reactions.fetchEnabledReactionsList`; 1 is the like */
      votetypeid: number | string;
    }, options?: CallOptions): Promise<UnvoteResult>;
  };
  /** Likes, reactions that count 1 for the reputation of the author. */
  reputation: {
    /**
     * Likes a post. Liking it again changes nothing.
     * @returns the node as it is now
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such post for the caller
     * @throws no_permission when it is his own, or he may not rate there
     */
    vote(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<VotedNode>;
    /**
     * Takes a like back. Where there is none, nothing changes.
     * @returns the node as it is now
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such post for the caller
     */
    unvote(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<VotedNode>;
  };
  /** Addresses of channels, topics, posts and members: an app opens a link that somebody has shared, and shares one. */
  route: {
    /**
     * Finds what an address shows, so that an app can open it. The addresses of vBulletin 3 and 4 are read, too.
     * @returns false when no page has this address, or it is another site's
     * @throws invalid_node_id when the caller may not see what it shows
     * @throws invalid_user_specified when there is no such member
     */
    getRoute(params: {
      /** the address below the board's own: `topic/27-title`, `showthread.php`; or from the host on, as getNodeUrl gives it; or the whole of it. It may have its `?` and `#` with it */
      pathInfo: string;
      /** what follows its `?`: it comes before what `pathInfo` has of it */
      queryString?: string;
      /** what follows its `#`: `post28` leads to a post */
      anchor?: string;
    }, options?: CallOptions): Promise<FoundRoute | false>;
    /**
     * The address of a channel, topic or post, below that of the board.
     * @returns a path, such as `/topic/27-title?p=28#post28`
     * @throws invalid_node_id when there is no such node for the caller, or it has no page as private messages have none
     */
    getNodeUrl(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<string>;
    /**
     * The whole address of a channel, topic or post, for sharing: browsers show it to guests, as far as they may see it.
     * @throws invalid_node_id when there is no such node for the caller, or it has no page as private messages have none
     */
    getAbsoluteNodeUrl(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<string>;
    /**
     * The whole address of a topic. Ids of threads are ids of nodes here.
     * @throws invalid_node_id when there is no such topic for the caller
     */
    fetchLegacyThreadUrl(params: {
      threadId: number | string;
    }, options?: CallOptions): Promise<string>;
    /**
     * The whole address of a post. Ids of posts are ids of nodes here.
     * @throws invalid_node_id when there is no such post for the caller
     */
    fetchLegacyPostUrl(params: {
      postId: number | string;
    }, options?: CallOptions): Promise<string>;
  };
  /**
   * Finding nodes: by words, by author, date, place, type and state.
   *
   * What is looked for is `search_json`: JSON text or an array of filters, described in
   * [the query language](docs/search.md). All filters are optional, unknown ones are passed over, a mistake is refused as
   * `invalid_search` with its place.
   */
  search: {
    /**
     * Searches, and reads the first results. The others come from getMoreResults.
     * @throws invalid_search with the place of the mistake
     * @throws no_permission when the caller may search nowhere
     * @throws not_logged_no_permission when a guest may not
     */
    getInitialResults(params: {
      /** the search */
      search_json: string | SearchFilters;
      /** 20 when left out; at most the option `maxperpage` */
      perpage?: number | string | false;
      /** from 1 on */
      pagenumber?: number | string | false;
      /** has no effect: each result names its topic */
      getStarterInfo?: boolean;
      /** has no effect: what is searched is told by `search_json` */
      searchType?: number | string;
    }, options?: CallOptions): Promise<SearchResults>;
    /**
     * Searches, and gives the first ids. The others come from getMoreNodes.
     * @throws invalid_search with the place of the mistake
     * @throws no_permission when the caller may search nowhere
     * @throws not_logged_no_permission when a guest may not
     */
    getInitialNodes(params: {
      /** the search: see getInitialResults */
      search_json: string | SearchFilters;
      /** 20 when left out; at most the option `maxperpage` */
      perpage?: number | string | false;
      /** from 1 on */
      pagenumber?: number | string | false;
      /** has no effect: these are ids alone */
      getStarterInfo?: boolean;
    }, options?: CallOptions): Promise<SearchNodes>;
    /**
     * Searches, and keeps the results for an hour.
     * @returns the resultId for getMoreResults, getMoreNodes and getInfo
     * @throws invalid_search with the place of the mistake
     * @throws no_permission when the caller may search nowhere
     * @throws not_logged_no_permission when a guest may not
     */
    getSearchResult(params: {
      /** the search: see getInitialResults */
      search_json: string | SearchFilters;
      /** has no effect: what is searched is told by `search_json` */
      searchType?: number | string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Reads a page of results that were kept. What the caller may no longer see is gone from pages and counts.
     * @throws invalid_search_resultid when there is no such result of this caller, or it has expired
     */
    getMoreResults(params: {
      resultId: number | string;
      /** 20 when left out; at most the option `maxperpage` */
      perpage?: number | string | false;
      /** from 1 on; a page past the end is empty */
      pagenumber?: number | string | false;
      /** has no effect: each result names its topic */
      getStarterInfo?: boolean;
    }, options?: CallOptions): Promise<SearchResults>;
    /**
     * Reads a page of the ids that were kept: see getMoreResults.
     * @throws invalid_search_resultid when there is no such result of this caller, or it has expired
     */
    getMoreNodes(params: {
      resultId: number | string;
      /** 20 when left out; at most the option `maxperpage` */
      perpage?: number | string | false;
      /** from 1 on; a page past the end is empty */
      pagenumber?: number | string | false;
    }, options?: CallOptions): Promise<SearchNodes>;
    /**
     * What a kept search asked for and how much it has found.
     * @throws invalid_search_resultid when there is no such result of this caller, or it has expired
     */
    getInfo(params: {
      resultId: number | string;
    }, options?: CallOptions): Promise<SearchInfo>;
    /**
     * The content types that can be searched for.
     * @returns the types by id
     */
    getSearchableContentTypes(params?: Record<string, never>, options?: CallOptions): Promise<Record<string, SearchableType>>;
    /**
     * The channels in which the caller may search, for a form.
     * @returns the channels in the board's order, each with its `subchannels` unless the list is flat
     * @throws invalid_node_id when there is no such channel for the caller
     */
    getChannels(params?: {
      /** a list in the tree's order instead of a tree */
      flat?: boolean;
      /** has no effect: every channel that may be searched is there */
      queryOptions?: Struct;
      /** has no effect: channels are never stale */
      skipcache?: boolean;
      /** the channel whose channels are wanted; 0 for all */
      topLevelChannel?: number | string;
    }, options?: CallOptions): Promise<readonly SearchChannel[]>;
    /**
     * Lists the topics of a channel page by page, by their last activity unless `sort` says otherwise, with the filters
     * of a search; `include_sticky` puts sticky topics first. Nothing is kept, and no page is too far.
     * @throws invalid_search with the place of the mistake
     * @throws invalid_node_id when there is no such channel for the caller
     */
    getChannelTopics(params: {
      /** the search: see getInitialResults; `channel` is one channel */
      search_json: string | SearchFilters;
      /** 20 when left out; at most the option `maxperpage` */
      perpage?: number | string | false;
      /** from 1 on; a page past the end is empty */
      pagenumber?: number | string | false;
      /** leaves `totalcount` out */
      skipCount?: boolean;
    }, options?: CallOptions): Promise<ChannelTopics>;
    /**
     * On which page of its topic a post is.
     * @returns from 1 on; 0 when the post is on none of these pages, or there is no such post for the caller
     * @throws invalid_parameter when `sort` is neither
     * @throws invalid_search when there is no such type
     */
    getPageNumber(params: {
      /** the post */
      nodeid: number | string;
      /** has no effect: the post's topic is known */
      starter?: string | Struct;
      /** at most the option `maxperpage` */
      perpage?: number | string;
      /** 0 for a page with replies and comments, 1 for one with replies alone */
      depth?: number | string;
      /** `asc` from the oldest on, `desc` from the newest */
      sort?: 'asc' | 'desc';
      /** the topic itself is on a page, too */
      include_starter?: boolean;
      /** of the posts on the pages, such as `vBForum_Photo`; '' for all */
      type?: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Topics whose titles have words of this topic's title, the most alike first.
     * @returns the topics in this order
     * @throws invalid_node_id when there is no such topic for the caller
     */
    getRelatedTopics(params: {
      /** a topic, or a post in it */
      nodeid: number | string;
      /** how many; at most 20 */
      count: number | string;
    }, options?: CallOptions): Promise<readonly FullContent[]>;
  };
  /** The site as a whole. */
  site: {
    /**
     * Counts topics and posts in the channels that the caller may read, members, members active in the last thirty days,
     * and names the newest member.
     */
    getSiteStatistics(params?: Record<string, never>, options?: CallOptions): Promise<Statistics>;
  };
  /** Tags of topics. A tag is there only for whoever may see a topic that has it. */
  tags: {
    /**
     * Looks a tag up by its text. Case does not count.
     * @returns `tag`, or nothing when there is none for the caller
     */
    fetchTagByText(params: {
      tagtext: string;
    }, options?: CallOptions): Promise<FoundTag>;
    /**
     * Reads tags by their ids. Those that are not there for the caller are left out.
     * @returns the tags by their text
     * @throws invalid_data when there are too many ids
     */
    getTags(params: {
      /** at most the option `maxperpage` */
      tagids: readonly (number | string)[];
    }, options?: CallOptions): Promise<TagAnswer[]>;
    /**
     * Lists the tags that have been given most of late.
     * @throws invalid_parameter when the type is not known
     */
    fetchTagsForCloud(params?: {
      /** how many sizes the client shows */
      taglevels?: number | string;
      /** at most the option `maxperpage` */
      limit?: number | string;
      /** has no effect: vBulletin's cloud of searches is not kept */
      type?: 'nodes';
      /** leaves count and level out */
      tagsonly?: boolean;
    }, options?: CallOptions): Promise<TagCloud>;
    /** Lists the tags that begin with a text. */
    getAutocomplete(params: {
      searchStr: string;
      limitstart?: number | string;
      /** at most the option `maxperpage` */
      limitnumber?: number | string;
    }, options?: CallOptions): Promise<TagSuggestion[]>;
    /**
     * Suggests tags for a topic: those of other topics that occur in its title or text, those given most of late first.
     * @returns at most 20, without those that it has
     * @throws invalid_node_id when there is no such topic for the caller
     */
    getSuggestedTagsForNode(params: {
      /** a topic; a reply or comment stands for its topic */
      nodeid: number | string;
    }, options?: CallOptions): Promise<TagAnswer[]>;
    /**
     * Suggests tags for a text: those of topics that occur in it, those given most of late first.
     * @returns at most 20
     */
    getSuggestedTagsForNodeText(params: {
      /** plain text; the first 50,000 characters count */
      text: string;
    }, options?: CallOptions): Promise<TagAnswer[]>;
    /**
     * Gives a topic tags; those that it has already stay as they are.
     * @returns the topic's tags as they are now
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such topic for the caller
     * @throws no_permission when he may not tag it
     * @throws invalid_data when a tag cannot be used
     * @throws too_many_tags past the options `maxtags`, `maxstartertags`, `maxothertags`
     */
    addTags(params: {
      /** a topic; a reply or comment stands for its topic */
      nodeid: number | string;
      /** tags, as a list or with commas between */
      taglist: readonly string[];
    }, options?: CallOptions): Promise<NodeTags>;
    /**
     * Takes tags from a topic: its author any, others those that they gave, moderators any.
     * @returns the topic's tags as they are now
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such topic for the caller
     * @throws no_permission when he may not take one of them
     */
    removeTags(params: {
      /** a topic; a reply or comment stands for its topic */
      nodeid: number | string;
      /** tags, as a list or with commas between; those that the topic does not have are ignored */
      tags?: readonly string[];
    }, options?: CallOptions): Promise<NodeTags>;
    /**
     * Sets the tags that the caller gives a topic: those of others stay.
     * @returns the topic's tags as they are now
     * @throws not_logged_no_permission for a guest
     * @throws invalid_node_id when there is no such topic for the caller
     * @throws no_permission when he may not tag it
     * @throws invalid_data when a tag cannot be used
     * @throws too_many_tags past the options `maxtags`, `maxstartertags`, `maxothertags`
     */
    updateUserTags(params: {
      /** a topic; a reply or comment stands for its topic */
      nodeid: number | string;
      /** tags, as a list or with commas between; empty for none */
      taglist?: readonly string[];
    }, options?: CallOptions): Promise<NodeTags>;
    /**
     * Lists the tags of a topic.
     * @throws invalid_node_id when there is no such node for the caller
     */
    getNodeTags(params: {
      /** a topic; a reply or comment stands for its topic, a channel has none */
      nodeid: number | string;
    }, options?: CallOptions): Promise<NodeTags>;
    /**
     * Makes sure that tags could be given, and, with a topic, that it would take them from the caller.
     * @returns true; what is wrong is an error
     * @throws invalid_node_id when there is no such topic for the caller
     * @throws no_permission when he may not tag it
     * @throws not_logged_no_permission when a guest asks about a topic
     * @throws invalid_data when a tag cannot be used
     * @throws too_many_tags past the options `maxtags`, `maxstartertags`, `maxothertags`
     */
    validTags(params: {
      /** tags, as a list or with commas between */
      taglist: readonly string[];
      /** 0 for a new topic */
      nodeid?: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * The tags of a topic in one text, as `taglist` of a node has them.
     * @returns the tags with commas between; '' for none
     * @throws invalid_node_id when there is no such node for the caller
     */
    getTagsList(params: {
      /** a topic; a reply or comment stands for its topic, a channel has none */
      nodeid: number | string;
    }, options?: CallOptions): Promise<string>;
  };
  /** Members: logging in and out, looking them up, registering, profiles, rights. */
  user: {
    /** The custom profile fields of the registration form, in the order in which they are shown. */
    fetchProfileFieldsForRegistration(params?: {
      /** has no effect: the form is the same for all */
      userinfo?: Struct;
    }, options?: CallOptions): Promise<readonly RegistrationField[]>;
    /** Whether the board treats children under 13 in another way: then registering needs a birthday. */
    useCoppa(params?: Record<string, never>, options?: CallOptions): Promise<boolean>;
    /**
     * What becomes of somebody born on a day who registers.
     * @returns 0: a member like others; 1: an administrator must agree; 2: he cannot register
     */
    needsCoppa(params: {
      dateInfo: DateInfo;
    }, options?: CallOptions): Promise<number>;
    /**
     * Confirms an e-mail address by the code that was sent to it: that of a new member, or a new one of a member.
     * @returns `registration_complete`; `moderateuser` when an administrator must agree, too; `emailchanged`
     * @throws invalidactivateid when the code is wrong, used, or too old
     * @throws emailtaken when somebody else has registered with the address meanwhile
     */
    activateUser(params: {
      userid: number | string;
      /** the code */
      activateid: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Confirms an e-mail address, as `user.activateUser` does, by the member's name.
     * @returns `registration_complete`; `moderateuser` when an administrator must agree, too; `emailchanged`
     * @throws invalidactivateid when the code is wrong, used, or too old, or there is no such member
     * @throws emailtaken when somebody else has registered with the address meanwhile
     */
    activateUserByUsername(params: {
      username: string;
      /** the code */
      activateid: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Sends a new member who has not confirmed his address another code. The answer does not tell whether there is one.
     * @throws invalidemail when the address is none
     * @throws rate_limited when too many mails were asked for (seconds to wait)
     */
    sendActivateEmail(params: {
      email: string;
    }, options?: CallOptions): Promise<Success>;
    /**
     * Voids a code of a new member, who then is not confirmed.
     * @throws invalidactivateid when the code is wrong, used, or too old
     */
    deleteActivation(params: {
      userid: number | string;
      /** the code */
      activateid: string;
    }, options?: CallOptions): Promise<Success>;
    /**
     * Voids a code, and sends no other one to the address: for somebody who never registered.
     * @throws invalidactivateid when the code is wrong, used, or too old
     */
    killActivation(params: {
      userid: number | string;
      /** the code */
      activateid: string;
    }, options?: CallOptions): Promise<Success>;
    /**
     * Sends a member who has forgotten his password a code, with which `user.setNewPassword` sets another within a day.
     * The answer does not tell whether there is a member with the address.
     * @throws invalidemail when the address is none
     * @throws rate_limited when too many mails were asked for (seconds to wait)
     * @throws humanverify_missing when a guest has not answered the question, or the answer has been used
     * @throws humanverify_question_wronganswer when the answer is wrong
     * @throws humanverify_image_wronganswer when it is not what the picture shows
     */
    emailPassword(params: {
      /** 0, or the member's, which must then be right */
      userid: number | string;
      email: string;
      /** the answer to a question, where `hv.fetchRequireHvcheck` says so */
      hvinput?: HvInput;
    }, options?: CallOptions): Promise<Success>;
    /**
     * Sets a new password by the code that `user.emailPassword` has sent. All sessions of the member end.
     * @throws invalidactivateid when the code is wrong, used, or too old
     * @throws passwordinvalid when the new password is too short (the least characters)
     */
    setNewPassword(params: {
      userid: number | string;
      /** the code */
      activationid: string;
      /** its plain text, or the 32 hex digits of its md5 sum */
      newpassword: string;
    }, options?: CallOptions): Promise<NewPassword>;
    /** Reads a member's avatar. */
    fetchAvatar(params: {
      /** 0 for the caller; somebody without an avatar, or whom there is not, has the default one */
      userid: number | string;
      /** `icon`, `thumb`, `small`, `medium`, `large` or `full`; everything else is `full`, too */
      typekey?: string | false;
      /** has no effect: the avatars are read anew */
      userinfo?: Struct;
    }, options?: CallOptions): Promise<AvatarRecord>;
    /**
     * Reads the avatars of members.
     * @returns them by userid
     * @throws invalid_parameter when there are too many ids
     */
    fetchAvatars(params?: {
      /** without any: the caller's; somebody without an avatar, or whom there is not, has the default one */
      userids?: readonly (number | string)[];
      /** `icon`, `thumb`, `small`, `medium`, `large` or `full`; everything else is `full`, too */
      typekey?: string | false;
      /** has no effect: the avatars are read anew */
      userinfo?: Struct;
    }, options?: CallOptions): Promise<AvatarMap>;
    /**
     * Makes one of the avatars that every board has the caller's own: see profile.getDefaultAvatars.
     * @returns the avatar
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there is no such avatar
     */
    setDefaultAvatar(params: {
      avatarid: number | string;
    }, options?: CallOptions): Promise<AvatarRecord>;
    /**
     * Suggests members whose name begins with a text. Case and accents do not count.
     * @throws not_logged_no_permission when guests may not see members
     * @throws no_permission when the caller's usergroup may not see members
     * @throws invalid_parameter when the order is not known
     */
    getAutocomplete(params: {
      /** without any text there is no suggestion */
      searchStr: string;
      orderby?: 'username' | 'joindate' | 'posts' | 'reputation' | 'lastactivity' | 'userid';
      direction?: 'asc' | 'desc';
      /** how many are skipped */
      limitstart?: number | string;
      /** at most the option `maxperpage` */
      limitnumber?: number | string;
    }, options?: CallOptions): Promise<Suggestions>;
    /**
     * Lists members, as everybody sees them. Those who wait for their confirmation are listed only by id or usergroup; the
     * first 10,000 of a list can be paged through.
     * @returns a page of members; one past the end is empty
     * @throws not_logged_no_permission when guests may not see members
     * @throws no_permission when the caller's usergroup may not see members
     * @throws invalid_parameter when the order is not known
     * @throws invalid_data when there are too many ids
     */
    memberList(params?: {
      criteria?: MemberCriteria;
    }, options?: CallOptions): Promise<MemberPage>;
    /**
     * Lists members whose birthday is today by the caller's clock, at most as many as the option `maxperpage`: those who
     * let others see it (`showbirthday` of `user.save`).
     * @throws not_logged_no_permission when guests may not see members
     * @throws no_permission when the caller's usergroup may not see members
     */
    fetchBirthdays(params?: Record<string, never>, options?: CallOptions): Promise<readonly Birthday[]>;
    /**
     * Tells the names of members.
     * @returns names by userid
     */
    fetchUsernames(params: {
      /** those that do not exist are left out */
      userIds: readonly (number | string)[];
      /** false to leave the addresses of their profiles out */
      profileUrl?: boolean;
    }, options?: CallOptions): Promise<Record<string, NameAndUrl>>;
    /**
     * What a card beside a member's name shows.
     * @throws invalid_user_specified when there is no such member
     * @throws not_logged_no_permission when guests may not see members
     * @throws no_permission when the caller's usergroup may not see members
     */
    getNamecardInfo(params: {
      userid: number | string;
    }, options?: CallOptions): Promise<Namecard>;
    /**
     * What cards beside members' names show.
     * @returns cards by userid
     * @throws not_logged_no_permission when guests may not see members
     * @throws no_permission when the caller's usergroup may not see members
     */
    getNamecardInfoBulk(params: {
      /** those that do not exist are left out */
      userids: readonly (number | string)[];
    }, options?: CallOptions): Promise<Record<string, Namecard>>;
    /**
     * Whether an authentication code may be needed: of a guest, whether members of this board may have codes; of a member,
     * whether he has.
     * @throws invalid_parameter when the type is not known
     */
    needMFA(params: {
      /** has no effect: the answer is the same for all */
      logintype: '' | 'cplogin' | 'modcplogin' | 'mfareset';
    }, options?: CallOptions): Promise<MfaNeed>;
    /**
     * Makes a new secret for the caller's authentication codes. It counts once `user.enableMfa` has seen a code made
     * with it; until then the former one goes on.
     * @throws not_logged_no_permission when a guest asks
     * @throws mfa_disabled when the board has no codes
     * @throws badpassword when the password is wrong; counts as a failed login
     * @throws strikes when there were too many failures (minutes to wait)
     * @throws mfa_required when codes are switched on, and none is there
     * @throws mfa_invalid when the code is wrong, or has been used
     */
    resetMfaSecret(params: {
      /** the current password */
      password: string;
      /** a code of the former secret, where codes are switched on */
      mfa_authcode?: string;
    }, options?: CallOptions): Promise<MfaSecret>;
    /**
     * Switches authentication codes on for the caller, or makes the new secret count.
     * @throws not_logged_no_permission when a guest asks
     * @throws mfa_disabled when the board has no codes
     * @throws badpassword when the password is wrong; counts as a failed login
     * @throws strikes when there were too many failures (minutes to wait)
     * @throws mfa_not_prepared when there is no new secret
     * @throws mfa_invalid when the code is wrong
     */
    enableMfa(params: {
      /** the current password */
      password: string;
      /** a code made with the secret of `user.resetMfaSecret` */
      mfa_authcode: string;
    }, options?: CallOptions): Promise<Success>;
    /**
     * Whether a member's logins ask for an authentication code: the caller's own, or anybody's for administrators.
     * @throws not_logged_no_permission when a guest asks
     * @throws no_permission when a member asks for another's
     * @throws invalid_user_specified when there is no such member
     */
    isMfaEnabled(params: {
      userid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Switches a member's authentication codes off, or on again. For administrators.
     * @returns true
     * @throws not_logged_no_permission when a guest asks
     * @throws no_permission when the caller is no administrator
     * @throws invalid_user_specified when there is no such member
     * @throws mfa_not_prepared when a member without a secret is to have codes
     */
    setMfaEnabled(params: {
      userid: number | string;
      enabled: boolean;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Reads a member's profile.
     * @throws not_logged_no_permission when a guest names nobody, or guests may not see members
     * @throws no_permission when the caller's usergroup may not see members
     * @throws invalid_user_specified when there is no such member
     */
    fetchProfileInfo(params?: {
      /** false for the caller */
      userid?: number | string | false;
    }, options?: CallOptions): Promise<ProfileInfo>;
    /**
     * The titles of the custom profile fields that everybody may see.
     * @returns titles by the field's name: field1, field2, …
     */
    fetchUserProfileFields(params?: Record<string, never>, options?: CallOptions): Promise<Record<string, string>>;
    /**
     * What a page of account settings shows: the caller's own, or anybody's for administrators.
     * @throws not_logged_no_permission when a guest asks
     * @throws no_permission when a member asks for another's
     * @throws invalid_user_specified when there is no such member
     */
    fetchUserSettings(params?: {
      /** false for the caller */
      userid?: number | string | false;
    }, options?: CallOptions): Promise<UserSettings>;
    /**
     * All that the board keeps about the caller, or for administrators about anybody, but for posts and messages.
     * @throws not_logged_no_permission when a guest asks
     * @throws no_permission when a member asks for another's
     * @throws invalid_user_specified when there is no such member
     */
    getPersonalData(params?: {
      /** 0 for the caller */
      userid?: number | string;
    }, options?: CallOptions): Promise<PersonalData>;
    /**
     * Sets the line that stands beside a member's name: the own one, or anybody's for administrators.
     * @returns the new text
     * @throws not_logged_no_permission when a guest asks
     * @throws no_permission when a member may not change his profile, or changes another's
     * @throws invalid_user_specified when there is no such member
     * @throws invalid_data when the text is too long
     */
    updateStatus(params: {
      /** 0 for the caller */
      userid: number | string;
      /** plain text, at most 250 characters; empty for none */
      status: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * How far a member's clock is from UTC: the caller's own, or anybody's for administrators.
     * @returns seconds
     * @throws not_logged_no_permission when a guest asks for a member's
     * @throws no_permission when a member asks for another's
     * @throws invalid_user_specified when there is no such member
     */
    fetchTimeOffset(params?: {
      /** false for the caller; a guest's clock is at UTC */
      userid?: number | string | false;
      /** true to leave the hour of daylight saving time out, which the member has switched on */
      ignoreDST?: boolean;
    }, options?: CallOptions): Promise<number>;
    /**
     * Notes that the caller agrees to the privacy statement.
     * @throws not_logged_no_permission when a guest agrees
     */
    setCurrentUserPrivacyConsent(params?: Record<string, never>, options?: CallOptions): Promise<Success>;
    /**
     * Ignores a member, or no longer. Full content that he wrote is marked with `ignored` 1 for the caller.
     * @returns true
     * @throws not_logged_no_permission when a guest ignores
     * @throws invalid_user_specified when there is no such member, or it is the caller
     * @throws cannot_ignore_staff when the member's level as staff is higher than the caller's
     * @throws ignorelist_full when the caller ignores as many as the option `maxignored` allows (that many)
     */
    ignoreUser(params: {
      userid: number | string;
      /** false to end it */
      add?: boolean;
    }, options?: CallOptions): Promise<boolean>;
    /** Whether the caller ignores a member. */
    isIgnoringUser(params: {
      userid: number | string;
      /** has no effect: the answer is never out of date */
      nocache?: boolean;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Who am I? A guest has the userid 0 and the username Guest.
     * @returns the caller's own record
     */
    fetchCurrentUserinfo(params?: Record<string, never>, options?: CallOptions): Promise<UserRecord>;
    /**
     * Look a member up by id.
     * @returns the record, or false when there is no such member
     */
    fetchUserinfo(params?: {
      /** false for the caller himself */
      userid?: number | string | false;
      /** what the record has beside: `avatarinfo` (`avatar`, `avatardata`) `hascustomavatar` and `avatarurl`; `isfriend` whether the caller follows the member; `admin`, for administrators, `adminpermissions`. `signpic` has no effect, since signatures have no pictures of their own */
      option?: readonly string[];
      /** has no effect: nothing in a record depends on the language */
      languageid?: number | string | false;
      /** has no effect: the record is never out of date */
      nocache?: boolean;
    }, options?: CallOptions): Promise<UserRecord | false>;
    /**
     * Look several members up by id. Ours: posts name their authors, and one statement finds them all.
     * @returns records by userid; those that do not exist are left out
     * @throws invalid_data when there are too many ids
     */
    fetchUsers(params: {
      /** at most the option `maxperpage` */
      userids: readonly (number | string)[];
      /** what each record has beside `hascustomavatar`: `registration`, for administrators, the `ipaddress` of the registration */
      option?: readonly string[];
    }, options?: CallOptions): Promise<Record<string, UserRecord>>;
    /**
     * Look a member up by name. Case does not count.
     * @returns the record, or false when there is no such member
     */
    fetchByUsername(params: {
      username: string;
      /** what the record has beside, as in `user.fetchUserinfo` */
      option?: readonly string[];
    }, options?: CallOptions): Promise<UserRecord | false>;
    /**
     * Look a member up by e-mail address: oneself, or anybody for administrators. To others nobody is there, since it is
     * none of their business who has which address.
     * @returns the record, or false when there is no such member
     */
    fetchByEmail(params: {
      email: string;
      /** what the record has beside, as in `user.fetchUserinfo` */
      option?: readonly string[];
    }, options?: CallOptions): Promise<UserRecord | false>;
    /**
     * Tell a member's name.
     * @returns the username
     * @throws invalid_user_specified when there is no such member
     */
    fetchUserName(params: {
      /** 0 for a guest */
      userid: number | string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Asks for a right of the caller: in a node's channel, or, without a node, somewhere on the board.
     * @returns false also for a group or a permission that this board does not know
     * @throws invalid_node_id when there is no such node for the caller
     */
    hasPermissions(params: {
      /** `forumpermissions`, `moderatorpermissions`, `genericpermissions`, `visitormessagepermissions` or `adminpermissions` */
      group: string;
      /** a name of the group, such as `canpostnew` */
      permission: string;
      /** false for anywhere */
      nodeid?: number | string | false;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Asks for a right of the caller in several nodes at once.
     * @returns true when he has it in each of them
     * @throws invalid_node_id when there is no such node for the caller
     * @throws invalid_data for more nodes than the option `maxperpage`
     */
    havePermissions(params: {
      /** `forumpermissions`, `moderatorpermissions`, `genericpermissions`, `visitormessagepermissions` or `adminpermissions` */
      group: string;
      /** a name of the group, such as `canpostnew` */
      permission: string;
      /** without any: somewhere on the board */
      nodeIds?: readonly (number | string)[];
    }, options?: CallOptions): Promise<boolean>;
    /**
     * What the caller may create below a node.
     * @returns content types and 0 or 1
     * @throws invalid_node_id when there is no such node for the caller
     */
    getCanCreate(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<Readonly<Record<string, number>>>;
    /**
     * Whether the caller may delete a node for good.
     * @returns 1 or 0
     * @throws invalid_node_id when there is no such node for the caller
     */
    canRemovePost(params: {
      nodeid: number | string;
    }, options?: CallOptions): Promise<number>;
    /**
     * The usergroups that a member has in single channels: the caller's own, or anybody's for administrators. Channels
     * that the caller cannot enter are left out.
     * @throws not_logged_no_permission when a guest asks
     * @throws no_permission when a member asks for another
     */
    getGroupInTopic(params?: {
      /** false for the caller */
      userid?: number | string | false;
      /** false for all channels */
      nodeid?: number | string | false;
      /** has no effect: the answer is never out of date */
      forceReload?: boolean;
    }, options?: CallOptions): Promise<readonly Grant[]>;
    /** Whether the caller may use a part of the administration. An administrator may use all of it. */
    currentUserHasAdminPermission(params: {
      /** a name such as `canadminusers` */
      adminPermission: string;
    }, options?: CallOptions): Promise<boolean>;
    /** Whether the caller may choose another display name. Only administrators do, since it follows the username. */
    canEditDisplayname(params?: Record<string, never>, options?: CallOptions): Promise<DisplaynameRight>;
    /**
     * Whether a member is banned at the moment.
     * @returns false also when there is no such member
     */
    isBanned(params: {
      userid: number | string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Bans members, for administrators and those with `canbanusers` on the whole board. All of them, or none. A member
     * who is banned already gets the new period and reason; when it is over, the usergroup he had before comes back.
     * Nobody bans himself, or staff of his own or a higher level.
     * @returns true
     * @throws not_logged_no_permission when a guest bans
     * @throws no_permission when the caller may not ban, or not these members
     * @throws invalid_user_specified when one of them does not exist
     * @throws invalid_data when the usergroup, the period or the reason cannot be used (its name)
     * @throws invalid_parameter when there are too many members, or none
     */
    banUsers(params: {
      /** at most 100 */
      userids: readonly (number | string)[];
      /** a usergroup of banned members (`usergroup.fetchBannedUsergroups`) */
      banusergroupid: number | string;
      /** `D_7` in days, `W_2` in weeks, `M_1` in months, `Y_1` in years, or `PERMANENT` */
      period: string;
      /** is told to the banned member */
      reason?: string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Signpost extension. Lifts bans, for administrators and those with `canunbanusers` on the whole board. All of them,
     * or none. Members get the usergroup back that they had before; who is not banned stays as they are. Only
     * administrators lift a ban of staff of the caller's own or a higher level.
     * @returns true
     * @throws not_logged_no_permission when a guest asks
     * @throws no_permission when the caller may not lift bans, or not these
     * @throws invalid_user_specified when one of them does not exist
     * @throws invalid_parameter when there are too many members, or none
     */
    liftBan(params: {
      /** at most 100 */
      userids: readonly (number | string)[];
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Check whether a username can be registered.
     * @returns true; everything else is an error
     * @throws usernametooshort when it has too few characters (the least)
     * @throws usernametoolong when it has too many characters (the most)
     * @throws usernameinvalid when it has characters that cannot be used, or is kept for the board or its staff
     * @throws usernametaken when another member has it, or one that looks the same, or had it not long ago
     */
    checkUsername(params: {
      candidate: string;
    }, options?: CallOptions): Promise<boolean>;
    /**
     * Register (userid 0, as a guest or an administrator), or change the own profile. Administrators may change anybody's.
     *
     * A new password is its plain text, or the 32 hex digits of its md5 sum. To change the own e-mail address or password
     * the current password must be there: in `extra[password]`, or, when that is not sent, in `password`. A new password
     * ends the member's other sessions. Only what differs is changed, so a client may send back all it has read.
     *
     * Where the option `verifyemail` is set, a new member is in usergroup 3 until he has confirmed his address with
     * `user.activateUser`, and another address counts only then.
     *
     * A new name stands in place of the old one at once, also beside posts; nobody else gets the old one for as many days
     * as the option `formernamedays` says.
     * @returns the userid
     * @throws not_logged_no_permission when a guest changes a profile
     * @throws no_permission when a member registers, changes another's profile, or their own name or usergroups, or has no right to a title of their own
     * @throws registration_closed when the board takes no new members
     * @throws usernametooshort when the name has too few characters (the least)
     * @throws usernametoolong when the name has too many characters (the most)
     * @throws usernameinvalid when the name has characters that cannot be used, or is kept for the board or its staff
     * @throws usernametaken when another member has the name, or one that looks the same, or had it not long ago
     * @throws invalidemail when the address is none
     * @throws emailtaken when another member has the address
     * @throws passwordinvalid when the new password is too short (the least characters)
     * @throws badpassword when the current password is wrong or missing; counts as a failed login
     * @throws strikes when there were too many failures (minutes to wait)
     * @throws invalid_data when another value cannot be used (its name and what it must be)
     * @throws required_field_x_missing_or_invalid when a custom profile field is missing or cannot be used (its title)
     * @throws humanverify_missing when a guest has not answered the question, or the answer has been used
     * @throws humanverify_question_wronganswer when the answer is wrong
     * @throws humanverify_image_wronganswer when it is not what the picture shows
     * @throws under_thirteen_registration_denied when children cannot register
     * @throws rate_limited when too many mails were asked for, or too many have registered from the network (seconds to wait)
     * @throws invalid_user_specified when there is no such member
     */
    save(params: {
      /** 0 to register */
      userid: number | string;
      /** of a new member the password. Else the current password, which must be right if it is there; but the new one next to `extra[password]`, or when an administrator changes another's. Empty to change none */
      password: string;
      user?: UserData;
      /** switches by name, such as `invisible` */
      options?: Struct;
      /** has no effect: this board has no switches that only administrators set */
      adminoptions?: Struct;
      /** values of the custom profile fields by name: `field1`, `field2`, … */
      userfield?: Struct;
      /** has no effect: members unsubscribe from single topics instead */
      notificationOptions?: Struct;
      /** the answer to a question, where `hv.fetchRequireHvcheck` says so */
      hvinput?: HvInput;
      extra?: ExtraData;
      /** has no effect: the option `rpemail` says which moderators are told */
      moderatorNotificationOptions?: Struct;
      /** has no effect: as the one before */
      moderatorEmailNotificationOptions?: Struct;
    }, options?: CallOptions): Promise<number>;
    /**
     * Log in. The access token stays the same and stands for the member from now on; the session hash is new. Give the
     * password in one of the three ways. Five failures from one address lock the name there for 15 minutes.
     * @returns the member's id and session
     * @throws badlogin when username and password do not belong together (tries so far, tries allowed)
     * @throws strikes when there were too many failures (minutes to wait)
     * @throws mfa_required when the member has switched authentication codes on: use `user.login2`
     * @throws invalid_accesstoken when the call has no session
     */
    login(params: {
      username: string;
      password?: string;
      md5password?: string;
      md5password_utf?: string;
      /** `cplogin` or `modcplogin` also asks for a control panel session */
      logintype?: string;
    }, options?: CallOptions): Promise<LoginResult>;
    /**
     * Log in, as `user.login` does, with the passwords in one parameter.
     * @returns the member's id and session
     * @throws badlogin when username and password do not belong together (tries so far, tries allowed)
     * @throws strikes when there were too many failures (minutes to wait)
     * @throws mfa_required when the member has switched authentication codes on, and none is there
     * @throws mfa_invalid when the code is wrong, or has been used
     * @throws invalid_accesstoken when the call has no session
     */
    login2(params: {
      username: string;
      passwords: Passwords;
      extraAuthInfo?: ExtraAuthInfo;
      /** `cplogin` or `modcplogin` also asks for a control panel session */
      logintype?: string;
    }, options?: CallOptions): Promise<LoginResult>;
    /**
     * Log in, as `user.login2` does, by the member's id.
     * @returns the member's id and session
     * @throws badlogin when there is no such member, or the password is wrong (tries so far, tries allowed)
     * @throws strikes when there were too many failures (minutes to wait)
     * @throws mfa_required when the member has switched authentication codes on, and none is there
     * @throws mfa_invalid when the code is wrong, or has been used
     * @throws invalid_accesstoken when the call has no session
     */
    loginSpecificUser(params: {
      userid: number | string;
      passwords: Passwords;
      extraAuthInfo?: ExtraAuthInfo;
      /** `cplogin` or `modcplogin` also asks for a control panel session */
      logintype?: string;
    }, options?: CallOptions): Promise<LoginResult>;
    /**
     * Log out. The session goes on as a guest under a new access token; the old one stands for a guest, too, and ends ten
     * minutes later.
     * @returns the new token and session hash
     * @throws invalid_accesstoken when the call has no session
     */
    logout(params?: {
      /** has no effect: the signature protects the call already */
      logouthash?: string;
    }, options?: CallOptions): Promise<LogoutResult>;
    /**
     * Log out everywhere: all sessions of the caller end, and all tokens of
     * earlier logins. This one goes on as a guest, as after `user.logout`.
     * @returns the new token and session hash
     * @throws not_logged_no_permission when nobody is logged in
     * @throws invalid_accesstoken when the call has no session
     */
    logoutAllDevices(params?: {
      /** has no effect: the signature protects the call already */
      logouthash?: string;
    }, options?: CallOptions): Promise<LogoutResult>;
    /**
     * Reads a member's signature.
     * @returns false when he has none
     */
    fetchSignature(params: {
      userid: number | string;
    }, options?: CallOptions): Promise<SignatureInfo | false>;
    /**
     * Sets the caller's own signature, which stands below his posts.
     * @returns the signature as safe HTML
     * @throws not_logged_no_permission when a guest asks
     * @throws no_permission when the caller's usergroup may have no signature
     * @throws sigtoolong past the option `sigmaxchars` (the most characters)
     * @throws sigtoomanyimages past the option `sigmaximages` (the most images)
     */
    saveSignature(params: {
      /** BBCode; empty for none */
      signature: string;
      /** has no effect: pictures are named in the text */
      filedataids?: readonly (number | string)[];
    }, options?: CallOptions): Promise<string>;
  };
  /** Usergroups. */
  usergroup: {
    /** All usergroups, by id. */
    fetchUsergroupList(params?: {
      /** has no effect: the list is never out of date */
      flushcache?: boolean;
    }, options?: CallOptions): Promise<readonly UsergroupRow[]>;
    /**
     * A usergroup by its id.
     * @throws invalid_usergroup_specified when there is none
     */
    fetchUsergroupByID(params: {
      usergroupid: number | string;
    }, options?: CallOptions): Promise<UsergroupRow>;
    /**
     * A system group by its number, such as 2 for registered members, 6 for administrators, 8 for banned members.
     * @throws invalid_usergroup_specified when there is none
     */
    fetchUsergroupBySystemID(params: {
      systemgroupid: number | string;
    }, options?: CallOptions): Promise<UsergroupRow>;
    /** The usergroups of banned members. */
    fetchBannedUsergroups(params?: Record<string, never>, options?: CallOptions): Promise<readonly UsergroupRow[]>;
    /**
     * Chooses which of his usergroups a member shows: his primary one, or one of his others that has `canoverride`. For
     * himself and for administrators.
     * @throws not_logged_no_permission when a guest asks
     * @throws no_permission when a member changes another, or the usergroup cannot be shown
     * @throws invalid_user_specified when there is no such member
     * @throws invalid_usergroup_specified when there is no such usergroup, or he is not in it
     */
    updateDisplayGroup(params: {
      userid: number | string;
      usergroupid: number | string;
    }, options?: CallOptions): Promise<DisplayGroupChange>;
  };
  /** Ranks: what members are called by the number of their posts. A user record has the member's. */
  userrank: {
    /** Lists all ranks, that with the fewest posts first. */
    fetchAll(params?: Record<string, never>, options?: CallOptions): Promise<readonly RankRow[]>;
    /**
     * Reads a rank.
     * @throws invalid_data when there is no such rank
     */
    fetchById(params: {
      rankid: number | string;
    }, options?: CallOptions): Promise<RankRow>;
    /**
     * Makes a rank or changes one.
     * @returns the rank's id
     * @throws not_logged_no_permission for a guest
     * @throws no_permission for all but administrators
     * @throws title_required when it would have no title
     * @throws title_too_long past the option `titlemaxchars`
     * @throws invalid_url when the icon is not the URL of a picture
     * @throws invalid_data when there is no such rank, too many of them, or another one for as many posts
     */
    save(params: {
      data: RankData;
      /** 0 for a new one */
      rankid?: number | string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Deletes a rank: its members get the one below it.
     * @returns true
     * @throws not_logged_no_permission for a guest
     * @throws no_permission for all but administrators
     * @throws invalid_data when there is no such rank
     */
    delete(params: {
      rankid: number | string;
    }, options?: CallOptions): Promise<boolean>;
  };
  /** Programs of others that are told of new members, topics and posts. For administrators. */
  webhook: {
    /**
     * Lists all webhooks, without their secrets.
     * @throws no_permission for all but administrators
     * @throws not_logged_no_permission for a guest
     */
    fetchAll(params?: Record<string, never>, options?: CallOptions): Promise<readonly Webhook[]>;
    /**
     * Has an address told of what happens: a POST for each event, of the object as Invision's API gives it to whose webhook
     * it is. `X-Webhook-Event` names the event, `X-Webhook-Delivery` the delivery, which may come twice, and
     * `X-Webhook-Signature` is `t=TIME,sha256=HEX`: the HMAC-SHA256 of the time, a dot and the body with the secret. Any
     * status from 200 to 299 within ten seconds says that it has arrived; else it is tried again for three days.
     * @returns the secret as well, which is not shown again
     * @throws no_permission for all but administrators
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when something of it cannot be used, the address is not of the public internet, or there are too many webhooks
     */
    add(params: {
      data: NewWebhookData;
    }, options?: CallOptions): Promise<MadeWebhook>;
    /**
     * Removes a webhook, with what waits for it and what it was sent.
     * @throws no_permission for all but administrators
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there is no such webhook
     */
    remove(params: {
      webhookid: number | string;
    }, options?: CallOptions): Promise<WebhookDone>;
    /**
     * Lists what a webhook was sent, or is to be, the latest first. It is kept for thirty days.
     * @throws no_permission for all but administrators
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there is no such webhook
     */
    fetchDeliveries(params: {
      webhookid: number | string;
      /** from 1 on; a page past the end is empty */
      page?: number | string;
      /** at most the option `maxperpage`; 0 for 20 */
      perpage?: number | string;
    }, options?: CallOptions): Promise<readonly WebhookDelivery[]>;
    /**
     * Sends something once more, as it is by now. A webhook that was switched off is on again, and gets what has waited.
     * @throws no_permission for all but administrators
     * @throws not_logged_no_permission for a guest
     * @throws invalid_data when there is no such delivery
     */
    redeliver(params: {
      webhookdeliveryid: number | string;
    }, options?: CallOptions): Promise<WebhookDone>;
  };
  /**
   * Who is online: whose session has been used in the last seconds, as many as the option `cookietimeout` says. Members
   * who are invisible (a user option) are shown to moderators only and counted for nobody else.
   */
  wol: {
    /**
     * Lists who is online: each member once, each guest's session once.
     * @throws invalid_parameter when a choice is not known
     */
    fetchAll(params?: {
      /** has no effect: what somebody reads is not recorded */
      pagekey?: string;
      /** empty for members and guests; `spiders` are none */
      who?: '' | 'members' | 'guests' | 'spiders';
      pagenumber?: number | string;
      /** at most the option `maxperpage` */
      perpage?: number | string;
      sortfield?: 'time' | 'username';
      sortorder?: 'asc' | 'desc';
      /** has no effect: addresses are not resolved */
      resolveIp?: boolean;
    }, options?: CallOptions): Promise<OnlineUser[]>;
    /**
     * Counts who is online, and tells the most there have been at once. The record is kept when somebody asks; members
     * who were invisible to him then are not in it.
     */
    fetchCounts(params?: {
      /** has no effect: what somebody reads is not recorded */
      pagekey?: string;
    }, options?: CallOptions): Promise<OnlineCounts>;
  };
}

/** Methods that change nothing. */
export const readonlyMethods: ReadonlySet<string> = new Set([
  'api.methods',
  'apikey.fetchAll',
  'apikey.fetchLog',
  'content.getQuoteText',
  'content.getQuotes',
  'content.getFullContent',
  'content.getContent',
  'content.getBareContent',
  'content.getConversationParent',
  'content.getBbcodeOptions',
  'content.isVisitorMessage',
  'content_attach.fetchByPosthash',
  'content_attach.fetchImage',
  'content_attach.fetchImageByFiledataid',
  'content_attach.fetchAttachByFiledataids',
  'content_attach.getAttachmentPermissions',
  'content_attach.getGenericChannelAttachmentPermissions',
  'content_attach.getImageExtensions',
  'content_attach.isImage',
  'content_channel.fetchChannelById',
  'content_channel.fetchChannelIdByGUID',
  'content_channel.fetchTopLevelChannelIds',
  'content_channel.fetchChannelByGUID',
  'content_channel.getTopLevelChannel',
  'content_channel.canAddChannel',
  'content_channel.getCanModerate',
  'content_channel.getContributors',
  'content_channel.getAutocomplete',
  'content_channel.canViewReportsAndInfractions',
  'content_channel.getFullContent',
  'content_channel.getContent',
  'content_channel.getBareContent',
  'content_channel.getConversationParent',
  'content_channel.getBbcodeOptions',
  'content_channel.getQuoteText',
  'content_channel.isVisitorMessage',
  'content_gallery.getQuoteText',
  'content_gallery.getQuotes',
  'content_gallery.getFullContent',
  'content_gallery.getContent',
  'content_gallery.getBareContent',
  'content_gallery.getConversationParent',
  'content_gallery.getBbcodeOptions',
  'content_gallery.isVisitorMessage',
  'content_link.fetchImageByLinkId',
  'content_link.getQuoteText',
  'content_link.getQuotes',
  'content_link.getFullContent',
  'content_link.getContent',
  'content_link.getBareContent',
  'content_link.getConversationParent',
  'content_link.getBbcodeOptions',
  'content_link.isVisitorMessage',
  'content_photo.fetchImageByPhotoid',
  'content_poll.getQuoteText',
  'content_poll.getQuotes',
  'content_poll.getFullContent',
  'content_poll.getContent',
  'content_poll.getBareContent',
  'content_poll.getConversationParent',
  'content_poll.getBbcodeOptions',
  'content_poll.isVisitorMessage',
  'content_privatemessage.fetchSummary',
  'content_privatemessage.getHeaderCounts',
  'content_privatemessage.getOpenReportsCount',
  'content_privatemessage.getUnreadInboxCount',
  'content_privatemessage.listFolders',
  'content_privatemessage.fetchFolders',
  'content_privatemessage.getFolderInfoFromId',
  'content_privatemessage.getDeletedItemsFolderId',
  'content_privatemessage.listMessages',
  'content_privatemessage.listRequests',
  'content_privatemessage.listNotifications',
  'content_privatemessage.previewMessages',
  'content_privatemessage.getFolderMsgCount',
  'content_privatemessage.fetchParticipants',
  'content_privatemessage.getForward',
  'content_privatemessage.getFullContent',
  'content_privatemessage.getContent',
  'content_privatemessage.getBbcodeOptions',
  'content_privatemessage.getQuoteText',
  'content_privatemessage.getQuotes',
  'content_privatemessage.getBareContent',
  'content_privatemessage.getConversationParent',
  'content_privatemessage.isVisitorMessage',
  'content_privatemessage.getRequest',
  'content_privatemessage.canUsePmSystem',
  'content_report.listReports',
  'content_report.countReports',
  'content_report.getFullContent',
  'content_report.getQuoteText',
  'content_report.getQuotes',
  'content_report.getContent',
  'content_report.getBareContent',
  'content_report.getConversationParent',
  'content_report.getBbcodeOptions',
  'content_report.isVisitorMessage',
  'content_text.getEditHistory',
  'content_text.compareVersions',
  'content_text.listVisitorMessages',
  'content_text.countVisitorMessages',
  'content_text.getQuoteText',
  'content_text.getQuotes',
  'content_text.getFullContent',
  'content_text.getContent',
  'content_text.getBareContent',
  'content_text.getConversationParent',
  'content_text.getBbcodeOptions',
  'content_text.isVisitorMessage',
  'content_video.getVideoFromUrl',
  'content_video.getVideoThumbnail',
  'content_video.getQuoteText',
  'content_video.getQuotes',
  'content_video.getFullContent',
  'content_video.getContent',
  'content_video.getBareContent',
  'content_video.getConversationParent',
  'content_video.getBbcodeOptions',
  'content_video.isVisitorMessage',
  'contenttype.fetchContentTypeClassFromId',
  'contenttype.fetchContentTypeIdFromClass',
  'filedata.fetchImageByFiledataid',
  'filedata.fetchFiledataByid',
  'filedata.fetchAttachFiledataid',
  'filedata.fetchPhotoFiledataid',
  'follow.getFollowers',
  'follow.getFollowersForCurrentUser',
  'follow.getFollowing',
  'follow.getFollowingForCurrentUser',
  'follow.getFollowingChannels',
  'follow.getFollowingUsers',
  'follow.getFollowingContent',
  'follow.getFollowingActivities',
  'follow.getFollowingUserActivities',
  'follow.getContentFollowers',
  'follow.getNodeSubscribers',
  'follow.isFollowingContent',
  'follow.isFollowingContentList',
  'follow.isFollowingUser',
  'hv.fetchHvType',
  'hv.fetchRequireHvcheck',
  'hv.fetchHvQuestion',
  'hv.fetchHvImage',
  'language.fetchAll',
  'language.getLanguageTitles',
  'node.getAnswerNodeids',
  'node.getFirstAnswers',
  'node.listPendingPosts',
  'node.listPendingPostsForCurrentUser',
  'node.getNodeAttachments',
  'node.getNodeAttachmentsPublicInfo',
  'node.getAttachmentPublicInfo',
  'node.fetchChannelNodeTree',
  'node.fetchForumChannel',
  'node.fetchPMChannel',
  'node.fetchVMChannel',
  'node.fetchAlbumChannel',
  'node.getChannelStatistics',
  'node.getCurrentUserChannels',
  'node.listFiltered',
  'node.listNodeContent',
  'node.listNodeFullContent',
  'node.listNodeFullContentCount',
  'node.getAlbums',
  'node.fetchActivity',
  'node.getNodeReadTime',
  'node.getFirstChildAfterTime',
  'node.fetchUnreadCounts',
  'node.incrementNodeview',
  'node.canOpenCloseNode',
  'node.getNode',
  'node.getNodes',
  'node.getNodeContent',
  'node.getNodeFullContent',
  'node.getFullContentforNodes',
  'node.getContentforNodes',
  'node.getOptions',
  'node.fetchModLogs',
  'node.fetchModerators',
  'notification.fetchNotificationsForCurrentUser',
  'notification.fetchUnreadCount',
  'options.fetch',
  'options.fetchValues',
  'phrase.fetch',
  'phrase.fetchByGroup',
  'phrase.getPhrases',
  'phrase.renderPhrases',
  'phrase.getLanguageid',
  'posthistory.canViewPostHistory',
  'posthistory.fetchHistory',
  'posthistory.fetchHistoryComparison',
  'profile.getDefaultAvatars',
  'profile.getAlbum',
  'profile.fetchMedia',
  'reactions.fetchEnabledReactionsList',
  'reactions.fetchReactionsForFooter',
  'reactions.fetchWhovoted',
  'reactions.fetchGiven',
  'route.getRoute',
  'route.getNodeUrl',
  'route.getAbsoluteNodeUrl',
  'route.fetchLegacyThreadUrl',
  'route.fetchLegacyPostUrl',
  'search.getMoreResults',
  'search.getMoreNodes',
  'search.getInfo',
  'search.getSearchableContentTypes',
  'search.getChannels',
  'search.getChannelTopics',
  'search.getPageNumber',
  'search.getRelatedTopics',
  'site.getSiteStatistics',
  'tags.fetchTagByText',
  'tags.getTags',
  'tags.fetchTagsForCloud',
  'tags.getAutocomplete',
  'tags.getSuggestedTagsForNode',
  'tags.getSuggestedTagsForNodeText',
  'tags.getNodeTags',
  'tags.validTags',
  'tags.getTagsList',
  'user.fetchProfileFieldsForRegistration',
  'user.useCoppa',
  'user.needsCoppa',
  'user.fetchAvatar',
  'user.fetchAvatars',
  'user.getAutocomplete',
  'user.memberList',
  'user.fetchBirthdays',
  'user.fetchUsernames',
  'user.getNamecardInfo',
  'user.getNamecardInfoBulk',
  'user.needMFA',
  'user.isMfaEnabled',
  'user.fetchProfileInfo',
  'user.fetchUserProfileFields',
  'user.fetchUserSettings',
  'user.getPersonalData',
  'user.fetchTimeOffset',
  'user.isIgnoringUser',
  'user.fetchCurrentUserinfo',
  'user.fetchUserinfo',
  'user.fetchUsers',
  'user.fetchByUsername',
  'user.fetchByEmail',
  'user.fetchUserName',
  'user.hasPermissions',
  'user.havePermissions',
  'user.getCanCreate',
  'user.canRemovePost',
  'user.getGroupInTopic',
  'user.currentUserHasAdminPermission',
  'user.canEditDisplayname',
  'user.isBanned',
  'user.checkUsername',
  'user.fetchSignature',
  'usergroup.fetchUsergroupList',
  'usergroup.fetchUsergroupByID',
  'usergroup.fetchUsergroupBySystemID',
  'usergroup.fetchBannedUsergroups',
  'userrank.fetchAll',
  'userrank.fetchById',
  'webhook.fetchAll',
  'webhook.fetchDeliveries',
  'wol.fetchAll',
]);

/** Any tree of named values. It is sent as text: true is 1, false 0, and what is undefined is left out. */
export interface Struct {
  readonly [name: string]: StructValue;
}

export type StructValue = string | number | boolean | undefined | Struct | readonly StructValue[];

/** A file to upload: a File or Blob, bytes with a name, or a file as React Native names it. */
export type FileInput = Blob | NamedBytes | LocalFile;

export interface NamedBytes {
  readonly filename: string;
  readonly bytes: Uint8Array;
}

/** A file on a phone, as React Native's pickers give it. */
export interface LocalFile {
  readonly uri: string;
  readonly name: string;
  readonly type: string;
}

/** What a single call may be told. */
export interface CallOptions {
  /** Ends the call, which then fails with the signal's reason; whether it has happened is not known. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that a try of the call may take. */
  readonly timeout?: number | undefined;
  /** Told how many bytes of what is sent have gone out. */
  readonly onProgress?: ((sent: number, total: number) => void) | undefined;
}

/** Every error id that this release knows. */
export type ErrorId =
  | 'invalid_api_method'
  | 'missing_parameter'
  | 'invalid_parameter'
  | 'conflicting_parameters'
  | 'too_many_parameters'
  | 'parameters_too_deep'
  | 'request_too_large'
  | 'request_timeout'
  | 'header_too_large'
  | 'bad_request'
  | 'invalid_content_type'
  | 'invalid_body'
  | 'invalid_request_method'
  | 'not_offered'
  | 'not_found'
  | 'api_disabled'
  | 'invalid_clientid'
  | 'invalid_accesstoken'
  | 'missing_api_signature'
  | 'invalid_api_signature'
  | 'user_banned'
  | 'bbclosed'
  | 'toobusy'
  | 'storage_full'
  | 'rate_limited'
  | 'unexpected_error'
  | 'no_permission'
  | 'insufficient_scope'
  | 'not_logged_no_permission'
  | 'last_administrator'
  | 'invalid_node_id'
  | 'invalid_user_specified'
  | 'invalid_data'
  | 'invalid_search'
  | 'invalid_search_resultid'
  | 'badlogin'
  | 'strikes'
  | 'usernametaken'
  | 'usernametooshort'
  | 'usernametoolong'
  | 'usernameinvalid'
  | 'emailtaken'
  | 'invalidemail'
  | 'passwordinvalid'
  | 'badpassword'
  | 'registration_closed'
  | 'humanverify_missing'
  | 'humanverify_image_wronganswer'
  | 'humanverify_question_wronganswer'
  | 'invalidactivateid'
  | 'under_thirteen_registration_denied'
  | 'mfa_required'
  | 'mfa_invalid'
  | 'mfa_disabled'
  | 'mfa_not_prepared'
  | 'invalid_usergroup_specified'
  | 'cannot_ignore_staff'
  | 'ignorelist_full'
  | 'sigtoolong'
  | 'sigtoomanyimages'
  | 'required_field_x_missing_or_invalid'
  | 'threadclosed'
  | 'postfloodcheck'
  | 'duplicate_post'
  | 'missing_content'
  | 'title_required'
  | 'title_too_long'
  | 'text_too_long'
  | 'edit_time_over'
  | 'too_many_tags'
  | 'nopolloptionselected'
  | 'invalid_poll_option'
  | 'useralreadyvote'
  | 'poll_closed'
  | 'poll_has_votes'
  | 'too_many_polloptions'
  | 'invalid_url'
  | 'unknown_video_provider'
  | 'too_many_videos'
  | 'vmturnedoff'
  | 'already_reported'
  | 'invalid_version'
  | 'invalid_filedata_id'
  | 'invalid_attachment_id'
  | 'invalid_file'
  | 'invalid_file_data'
  | 'upload_stopped_by_extension'
  | 'upload_file_exceeds_limit'
  | 'upload_exceeds_dimensions'
  | 'upload_quota_exceeded'
  | 'upload_file_failed'
  | 'upload_writefile_failed'
  | 'too_many_attachments'
  | 'node_cannot_be_answer'
  | 'is_already_answer'
  | 'is_not_answer'
  | 'category_takes_no_topics'
  | 'pmrecipientsnotfound'
  | 'pmrecipturnedoff'
  | 'pmrecipquotaexceeded'
  | 'pmquotaexceeded'
  | 'pmturnedoff'
  | 'pmnorecipients'
  | 'pmtoomanyrecipients'
  | 'pmfoldertaken'
  | 'pmtoomanyfolders';

export interface NewApiKeyData {
  /** The API that it is for. `invision` when left out. */
  dialect?: 'invision' | 'ideascale' | 'userecho';
  /** Whose it is; the caller's when left out, 0 for the site's own. */
  userid?: number | string;
  /** What it is for, so that one knows later which one to end. */
  name?: string;
  /** What it may be used for, such as `forums/posts/POSTindex`; `*` stands for any app, controller or the rest of a name, `all`, `read` and `forums` for what often goes together. `all` when left out. */
  rights?: readonly string[];
  /** Addresses, and networks as CIDR, that it may be used from; from everywhere when left out. */
  networks?: readonly string[];
  /** Whether it may stand in URLs, where proxies and browsers write it down. */
  inurl?: boolean;
  /** Whether its requests are written down for thirty days. */
  logged?: boolean;
  /** When it ends, Unix seconds; 0 for never. */
  expires?: number | string;
}

export interface ApiKeyData {
  /** What it is for, so that one knows later which one to end. */
  name?: string;
  /** What it may be used for, such as `forums/posts/POSTindex`; `*` stands for any app, controller or the rest of a name, `all`, `read` and `forums` for what often goes together. `all` when left out. */
  rights?: readonly string[];
  /** Addresses, and networks as CIDR, that it may be used from; from everywhere when left out. */
  networks?: readonly string[];
  /** Whether it may stand in URLs, where proxies and browsers write it down. */
  inurl?: boolean;
  /** Whether its requests are written down for thirty days. */
  logged?: boolean;
  /** When it ends, Unix seconds; 0 for never. */
  expires?: number | string;
}

export interface ContentData {
  /** A channel for a topic, a topic for a reply, a reply for a comment. */
  parentid: number | string;
  /** See contenttype.fetchContentTypeIdFromClass: text when it is left out. */
  contenttypeid?: number | string;
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
  /** Of a message on a profile: see content_text.add. */
  setfor?: number | string;
  /** Of a poll, as are the next three: see content_poll.add. */
  polloptions?: readonly string[];
  multiple?: boolean;
  public?: boolean;
  timeout?: number | string;
  /** Of a link or videos, as are the next two: see content_link.add and content_video.add. */
  url?: string;
  url_title?: string;
  meta?: string;
  /** Of a link. */
  filedataid?: number | string;
  /** Of videos. */
  videoitems?: readonly string[];
  /** Of a gallery, as is the next one: see content_gallery.add. */
  filedataids?: readonly (number | string)[];
  captions?: readonly string[];
  /** Tags for a topic, with commas between or as a list: see tags.addTags. */
  tags?: readonly string[];
  /** When it is to be published, Unix seconds: until then only its author and moderators see it. A time that has passed means now. */
  publishdate?: number | string;
  /** Publishes it now, whatever `publishdate` says. */
  publish_now?: boolean;
  /** Marks it as featured: see node.setFeatured. */
  featured?: boolean;
  /** Who sees a topic: 0 members of the channel, its author and moderators, 1 members of the board, 2 everybody. */
  viewperms?: number | string;
  /** The part of a topic's address that tells what it is about; from the title when it is left out. */
  urlident?: string;
  /** There are no prefixes: a post with one is refused. */
  prefixid?: string;
  /** There are no icons: it has no effect. */
  iconid?: number | string;
  /** It follows from the title: it has no effect. */
  htmltitle?: string;
}

export interface PostOptions {
  /** Whether the text is HTML of a rich editor, which becomes BBCode. Without it a text is HTML where it has elements that such editors write, no other angle brackets, and line ends only in and between blocks such as `<p>`. Who sends back what they have read, or takes BBCode, says 0. */
  wysiwyg?: boolean;
  /** In HTML, line ends are line breaks; in BBCode they always are. */
  nl2br?: boolean;
  /** Bare links are always shown as links: it has no effect. */
  autoparselinks?: boolean;
}

export interface ContentChanges {
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
  /** Why, for the history. */
  reason?: string;
  /** Of a poll, as are the next five: see content_poll.update. */
  polloptions?: readonly string[];
  polloptionids?: readonly (number | string)[];
  question?: string;
  multiple?: boolean;
  public?: boolean;
  timeout?: number | string;
  /** Of a link or videos, as are the next two. */
  url?: string;
  url_title?: string;
  meta?: string;
  /** Of a link. */
  filedataid?: number | string;
  /** Of videos. */
  videoitems?: readonly string[];
  /** Of a gallery, as are the next two. */
  filedataids?: readonly (number | string)[];
  captions?: readonly string[];
  viewperms?: number | string;
  /** When, Unix seconds, for a post that still waits; a time that has passed means now. */
  publishdate?: number | string;
  /** Publishes it now. */
  publish_now?: boolean;
}

export interface AttachData {
  /** The post. */
  parentid: number | string;
  filedataid: number | string;
  /** Its ending is mended where it is not that of the upload. */
  filename?: string;
  caption?: string;
  /** Whatever the client keeps with it; JSON as a rule. */
  settings?: string;
  /** Lower ones come first. */
  displayorder?: number | string;
  /** How a photo is shown; free text. */
  style?: string;
}

export interface AttachOptions {
  skipNotification?: boolean;
}

export interface AttachmentChanges {
  /** Its ending is mended where it is not that of the upload. */
  filename?: string;
  caption?: string;
  /** Whatever the client keeps with it; JSON as a rule. */
  settings?: string;
  /** Lower ones come first. */
  displayorder?: number | string;
  /** How a photo is shown; free text. */
  style?: string;
}

export interface PermissionsQuery {
  /** A post or channel; 0 for anywhere. */
  parentid?: number | string;
  /** A file's extension. */
  extension?: string;
}

export interface ChannelData {
  parentid: number | string;
  title: string;
  description?: string;
  displayorder?: number | string;
  /** 1 for a channel that only holds channels. */
  category?: boolean;
}

export interface ChannelChanges {
  title?: string;
  description?: string;
  displayorder?: number | string;
  category?: boolean;
}

export interface GalleryData {
  /** A channel for a topic, a topic for a reply, a reply for a comment; 0 for an album of the caller's. */
  parentid: number | string;
  /** Required for a topic. */
  title?: string;
  /** BBCode, or HTML; the title when it is left out. */
  rawtext?: string;
  /** Pictures that the caller has uploaded, in this order. Only an album may do without. */
  filedataids?: readonly (number | string)[];
  /** For each of `filedataids` its caption. */
  captions?: readonly string[];
  /** Who sees it: 0 its author and moderators, 1 members, 2 everybody. */
  viewperms?: number | string;
  /** Tags for a topic, with commas between or as a list: see tags.addTags. */
  tags?: readonly string[];
  /** When it is to be published, Unix seconds: until then only its author and moderators see it. A time that has passed means now. */
  publishdate?: number | string;
  /** Publishes it now, whatever `publishdate` says. */
  publish_now?: boolean;
  /** Marks it as featured: see node.setFeatured. */
  featured?: boolean;
  /** The part of a topic's address that tells what it is about; from the title when it is left out. */
  urlident?: string;
  /** There are no prefixes: a post with one is refused. */
  prefixid?: string;
  /** There are no icons: it has no effect. */
  iconid?: number | string;
  /** It follows from the title: it has no effect. */
  htmltitle?: string;
}

export interface GalleryChanges {
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
  /** All its pictures, in their order: new ones are added, those left out are taken off. */
  filedataids?: readonly (number | string)[];
  /** For each of `filedataids` its caption. */
  captions?: readonly string[];
  /** Who sees an album, with all comments on it: see add. Only for its author. */
  viewperms?: number | string;
  /** When, Unix seconds, for a post that still waits; a time that has passed means now. */
  publishdate?: number | string;
  /** Publishes it now. */
  publish_now?: boolean;
}

export interface GalleryForm {
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
}

export interface LinkData {
  /** A channel for a topic, a topic for a reply, a reply for a comment. */
  parentid: number | string;
  /** Required for a topic, unless there is a `url_title`. */
  title?: string;
  /** BBCode, or HTML; the link when it is left out. */
  rawtext?: string;
  /** http or https, without a password. */
  url: string;
  /** The page's title. What is too long of it, or of `meta`, is cut off. */
  url_title?: string;
  /** What the page says of itself. */
  meta?: string;
  /** A picture that the caller has uploaded. */
  filedataid?: number | string;
  /** Tags for a topic, with commas between or as a list: see tags.addTags. */
  tags?: readonly string[];
  /** When it is to be published, Unix seconds: until then only its author and moderators see it. A time that has passed means now. */
  publishdate?: number | string;
  /** Publishes it now, whatever `publishdate` says. */
  publish_now?: boolean;
  /** Marks it as featured: see node.setFeatured. */
  featured?: boolean;
  /** Who sees a topic: 0 members of the channel, its author and moderators, 1 members of the board, 2 everybody. */
  viewperms?: number | string;
  /** The part of a topic's address that tells what it is about; from the title when it is left out. */
  urlident?: string;
  /** There are no prefixes: a post with one is refused. */
  prefixid?: string;
  /** There are no icons: it has no effect. */
  iconid?: number | string;
  /** It follows from the title: it has no effect. */
  htmltitle?: string;
}

export interface LinkChanges {
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
  url?: string;
  url_title?: string;
  meta?: string;
  /** A picture that the caller has uploaded; 0 for none. */
  filedataid?: number | string;
  /** When, Unix seconds, for a post that still waits; a time that has passed means now. */
  publishdate?: number | string;
  /** Publishes it now. */
  publish_now?: boolean;
}

export interface PollData {
  /** A channel for a topic, a topic for a reply, a reply for a comment. */
  parentid: number | string;
  /** The question; required for a topic. */
  title?: string;
  /** BBCode, or HTML; the title when it is left out. */
  rawtext?: string;
  /** What can be chosen, in this order: two at least. */
  polloptions: readonly string[];
  /** Members may choose several options. */
  multiple?: boolean;
  /** Everybody sees who has voted for what. */
  public?: boolean;
  /** When it closes, Unix seconds; 0 for never. */
  timeout?: number | string;
  /** Tags for a topic, with commas between or as a list: see tags.addTags. */
  tags?: readonly string[];
  /** When it is to be published, Unix seconds: until then only its author and moderators see it. A time that has passed means now. */
  publishdate?: number | string;
  /** Publishes it now, whatever `publishdate` says. */
  publish_now?: boolean;
  /** Marks it as featured: see node.setFeatured. */
  featured?: boolean;
  /** Who sees a topic: 0 members of the channel, its author and moderators, 1 members of the board, 2 everybody. */
  viewperms?: number | string;
  /** The part of a topic's address that tells what it is about; from the title when it is left out. */
  urlident?: string;
  /** There are no prefixes: a post with one is refused. */
  prefixid?: string;
  /** There are no icons: it has no effect. */
  iconid?: number | string;
  /** It follows from the title: it has no effect. */
  htmltitle?: string;
}

export interface TopicPollData {
  /** What is asked; the topic's title when it is left out. */
  question?: string;
  /** What can be chosen, in this order: two at least. */
  polloptions: readonly string[];
  /** Members may choose several options. */
  multiple?: boolean;
  /** Everybody sees who has voted for what. */
  public?: boolean;
  /** When it closes, Unix seconds; 0 for never. */
  timeout?: number | string;
}

export interface PollChanges {
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
  /** What is asked; empty for the title. */
  question?: string;
  /** All options, in their order. One that has the title of an old one, or its id, keeps the votes. */
  polloptions?: readonly string[];
  /** For each of `polloptions` the id of the old option that it renames; 0 for none. */
  polloptionids?: readonly (number | string)[];
  multiple?: boolean;
  public?: boolean;
  /** Unix seconds; a time that is over closes the poll, 0 opens it for good. */
  timeout?: number | string;
  /** When, Unix seconds, for a post that still waits; a time that has passed means now. */
  publishdate?: number | string;
  /** Publishes it now. */
  publish_now?: boolean;
}

export interface MessageListData {
  /** `desc`, the newest first, when left out. */
  sortDir?: 'asc' | 'desc';
  /** From 1 on. */
  pageNum?: number | string;
  /** 50 when left out; at most the option `maxperpage`. */
  perpage?: number | string;
  /** The inbox when left out. */
  folderid?: number | string;
  /** Also what came into the trash from this folder. */
  showdeleted?: boolean;
  /** Leaves `recipients` out. */
  ignoreRecipients?: boolean;
}

export interface NotificationQuery {
  /** `desc`, the newest first, when left out. */
  sortDir?: 'asc' | 'desc';
  /** 20 when left out; at most the option `maxperpage`. */
  perpage?: number | string;
  page?: number | string;
  /** Adds `previewtext`. */
  showdetail?: boolean;
  /** A category; `all` when left out. */
  about?: 'all' | 'content' | 'nodeaction' | 'pollvote' | 'userrelation' | 'visitormessage';
  /** One type; every type when left out. */
  typename?: 'reply' | 'comment' | 'threadcomment' | 'usermention' | 'quote' | 'subscription' | 'vm' | 'rate' | 'vote' | 'follow' | 'following';
  /** `unread_only` when left out; `*` for all. */
  readFilter?: 'unread_only' | 'read_only' | '*';
}

export interface MessageData {
  /** Required for a new conversation. */
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext: string;
  /** The message to reply to: any one of the conversation. Left out, 0, or fetchPMChannel's for a new conversation. */
  parentid?: number | string;
  /** The same as `parentid`. */
  respondto?: number | string;
  /** Usernames with `;` between, or a list of such texts. */
  msgRecipients?: readonly string[];
  /** Userids or usernames with `;` or `,` between, or a list; all digits are a userid. */
  recipients?: readonly string[];
  /** As `recipients`. */
  sentto?: readonly string[];
  /** As `recipients`. */
  to_userids?: readonly string[];
}

export interface MessageOptions {
  /** Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors write is HTML. */
  wysiwyg?: boolean;
  /** In HTML, line ends are line breaks; in BBCode they always are. */
  nl2br?: boolean;
}

export interface ReportData {
  /** The post, or the private message. */
  reportnodeid: number | string;
  /** Why: BBCode, or HTML (see `options`). */
  rawtext?: string;
  /** The same by another name. */
  reason?: string;
}

export interface ReportQuery {
  /** `open` when left out. */
  status?: 'open' | 'closed' | 'all';
  /** Only those of this post. */
  reportnodeid?: number | string;
  /** `asc`, the oldest first, when left out. */
  sortDir?: 'asc' | 'desc';
  /** 20 when left out; at most the option `maxperpage`. */
  perpage?: number | string;
  pageNum?: number | string;
}

export interface TextData {
  /** A channel for a topic, a topic for a reply, a reply for a comment; may be 0 with `setfor`. */
  parentid: number | string;
  /** Required for a topic. */
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext: string;
  /** For a message on a profile, in the channel of visitor messages: the member's userid. */
  setfor?: number | string;
  /** Tags for a topic, with commas between or as a list: see tags.addTags. */
  tags?: readonly string[];
  /** When it is to be published, Unix seconds: until then only its author and moderators see it. A time that has passed means now. */
  publishdate?: number | string;
  /** Publishes it now, whatever `publishdate` says. */
  publish_now?: boolean;
  /** Marks it as featured: see node.setFeatured. */
  featured?: boolean;
  /** Who sees a topic: 0 members of the channel, its author and moderators, 1 members of the board, 2 everybody. */
  viewperms?: number | string;
  /** The part of a topic's address that tells what it is about; from the title when it is left out. */
  urlident?: string;
  /** There are no prefixes: a post with one is refused. */
  prefixid?: string;
  /** There are no icons: it has no effect. */
  iconid?: number | string;
  /** It follows from the title: it has no effect. */
  htmltitle?: string;
}

export interface TextChanges {
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
  /** Why, for the history. */
  reason?: string;
  /** When, Unix seconds, for a post that still waits; a time that has passed means now. */
  publishdate?: number | string;
  /** Publishes it now. */
  publish_now?: boolean;
}

export interface VideoData {
  /** A channel for a topic, a topic for a reply, a reply for a comment. */
  parentid: number | string;
  /** Required for a topic, unless there is a `url_title`. */
  title?: string;
  /** BBCode, or HTML; the videos when it is left out. */
  rawtext?: string;
  /** The URL of a video. */
  url?: string;
  /** URLs of videos; `url` comes before them. */
  videoitems?: readonly string[];
  /** The page's title. What is too long of it, or of `meta`, is cut off. */
  url_title?: string;
  /** What the page says of itself. */
  meta?: string;
  /** Tags for a topic, with commas between or as a list: see tags.addTags. */
  tags?: readonly string[];
  /** When it is to be published, Unix seconds: until then only its author and moderators see it. A time that has passed means now. */
  publishdate?: number | string;
  /** Publishes it now, whatever `publishdate` says. */
  publish_now?: boolean;
  /** Marks it as featured: see node.setFeatured. */
  featured?: boolean;
  /** Who sees a topic: 0 members of the channel, its author and moderators, 1 members of the board, 2 everybody. */
  viewperms?: number | string;
  /** The part of a topic's address that tells what it is about; from the title when it is left out. */
  urlident?: string;
  /** There are no prefixes: a post with one is refused. */
  prefixid?: string;
  /** There are no icons: it has no effect. */
  iconid?: number | string;
  /** It follows from the title: it has no effect. */
  htmltitle?: string;
}

export interface VideoChanges {
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
  /** The URL of a video; it and `videoitems` replace all that were there. */
  url?: string;
  videoitems?: readonly string[];
  url_title?: string;
  meta?: string;
  /** When, Unix seconds, for a post that still waits; a time that has passed means now. */
  publishdate?: number | string;
  /** Publishes it now. */
  publish_now?: boolean;
}

export interface FollowOptions {
  page?: number | string;
  perpage?: number | string;
  filter_sort?: 'all' | 'sort_recent' | 'sort_old' | 'mostactive' | 'leastactive' | 'sort_popular' | 'sort_activitynew' | 'sort_activityold';
  /** `time_today` is 24 hours. */
  filter_time?: 'time_all' | 'time_today' | 'time_lastweek' | 'time_lastmonth';
}

export interface FollowFilters {
  filter_sort?: 'all' | 'sort_recent' | 'sort_old' | 'mostactive' | 'leastactive' | 'sort_popular' | 'sort_activitynew' | 'sort_activityold';
  filter_time?: 'time_all' | 'time_today' | 'time_lastweek' | 'time_lastmonth';
  /** Counts only where the parameter `type` is left out. */
  type?: 'follow_members' | 'follow_contents' | 'follow_channel' | 'follow_all' | 'follow_all_activity';
}

export interface UnsubscribeItems {
  /** userids */
  follow_members?: readonly (number | string)[];
  /** nodeids of topics */
  follow_contents?: readonly (number | string)[];
  /** nodeids of channels */
  follow_channel?: readonly (number | string)[];
}

export interface HvInput {
  /** What `hv.generateToken` gave. */
  hash?: string;
  /** The answer. */
  input?: string;
}

export interface PendingOptions {
  page?: number | string;
  perpage?: number | string;
  /** Lists the posts that wait for their `publishdate` instead, the last one first. */
  scheduled?: boolean;
}

export interface NodeAttachData {
  filedataid: number | string;
  /** Its ending is mended where it is not that of the upload. */
  filename?: string;
  caption?: string;
  /** Whatever the client keeps with it; JSON as a rule. */
  settings?: string;
  /** Lower ones come first. */
  displayorder?: number | string;
  /** How a photo is shown; free text. */
  style?: string;
}

export interface AttachmentChoice {
  attachnodeid?: number | string;
  filedataid?: number | string;
}

export interface NodeCriteria {
  /** `topics`, or `posts` for topics and all below them: `topics` when left out. */
  kind?: 'topics' | 'posts';
  /** In these channels, not in those below them; in all forums when left out. */
  channelids?: readonly (number | string)[];
  /** Among these nodes. */
  nodeids?: readonly (number | string)[];
  /** In these topics. */
  starters?: readonly (number | string)[];
  /** By these authors; 0 for guests. */
  userids?: readonly (number | string)[];
  /** Open, or closed. */
  open?: boolean;
  sticky?: boolean;
  featured?: boolean;
  /** What everybody sees, or what waits for approval or was deleted by a moderator: the caller gets what he may see of it. */
  shown?: boolean;
  /** Topics with an answer, or without. */
  answered?: boolean;
  /** Polls, or everything else. */
  poll?: boolean;
  /** `nodeid` when left out. */
  sortfield?: 'nodeid' | 'publishdate' | 'lastcontent' | 'title';
  /** `asc` when left out. */
  sortorder?: 'asc' | 'desc';
  /** From 1 on; a page past the end is empty. */
  pagenumber?: number | string;
  /** At most the option `maxperpage`; 25 when left out. */
  perpage?: number | string;
}

export interface ListOptions {
  /** `activity` (sticky topics first, then the latest activity), `newest` or `oldest`. */
  sort?: 'activity' | 'newest' | 'oldest';
  /** Begin with the parent itself, as a page that shows a whole topic does. */
  include_starter?: boolean;
  /** Only this type. */
  contenttypeid?: number | string;
}

export interface ActivityParams {
  /** A member; 0 for the whole board. */
  userid?: number | string;
  /** `sort_recent`, `sort_oldest`, `sort_popular` (the last month unless `date` says more) or `sort_featured`. */
  sort?: 'sort_recent' | 'sort_oldest' | 'sort_popular' | 'sort_featured';
  /** `source_all` (of and to the member), `source_user` (what he wrote) or `source_vm` (visitor messages to him). */
  filter_source?: 'source_all' | 'source_user' | 'source_vm';
  /** `show_all`, or a content type such as `Text`. */
  filter_show?: string;
  /** For ever when left out; `sort_popular` then takes `monthly`. */
  date?: 'all' | 'daily' | 'weekly' | 'monthly';
  page?: number | string;
  perpage?: number | string;
}

export interface LeaveRedirectData {
  /** 1 leaves a redirect to the topic in its old channel. */
  leave_redirect?: boolean;
  /** When the redirect goes, Unix seconds; 0 for never. */
  expires?: number | string;
}

export interface MergePostsInput {
  /** All of them. */
  mergePosts: readonly (number | string)[];
  /** The one of them that stays, with its author, date and place. */
  destnodeid: number | string;
  /** Its new text in BBCode; else the texts of all, the oldest first. */
  rawtext?: string;
  /** Its new title; else it keeps its own. */
  title?: string;
}

export interface CropData {
  /** From the left. */
  x1?: number | string;
  /** From the top. */
  y1?: number | string;
  width?: number | string;
  /** A square is cut: the shorter of both counts. */
  height?: number | string;
}

export interface AlbumFilters {
  /** One album; the other filters do not count then. */
  nodeid?: number | string;
  /** Whose; the caller's when it is left out. */
  userid?: number | string;
  /** From 1 on; a page past the end is empty. */
  page?: number | string;
  /** 20 when left out; at most the option `maxperpage`. */
  perpage?: number | string;
}

export interface MediaFilter {
  /** Whose; the caller's when it is left out. */
  userid?: number | string;
  /** `photo` when it is left out. */
  type?: 'photo' | 'video';
}

export interface FooterNode {
  nodeid: number | string;
}

export interface DateInfo {
  month: number | string;
  day: number | string;
  year: number | string;
}

export interface MemberCriteria {
  /** From 1 on. */
  pagenumber?: number | string;
  /** At most the option `maxperpage`. */
  perpage?: number | string;
  /** `username` when left out. */
  sortfield?: 'username' | 'joindate' | 'posts' | 'reputation' | 'lastactivity' | 'userid';
  /** `asc` when left out. */
  sortorder?: 'asc' | 'desc';
  /** The beginning of the name, without case and accents, or `#` for names that begin with none of a to z. */
  startswith?: string;
  /** A part of the name, without case and accents. */
  contains?: string;
  /** A part of the e-mail address, for administrators; has no effect for others. */
  email?: string;
  /** Among these members. */
  userids?: readonly (number | string)[];
  /** In one of these usergroups, as the primary one or another. */
  usergroups?: readonly (number | string)[];
  /** Unix seconds: active at that time or later. */
  activeafter?: number | string;
  /** Unix seconds: active at that time or before, but not since. */
  activebefore?: number | string;
}

export interface UserData {
  /** Later on for administrators only. */
  username?: string;
  /** A domain beyond ASCII is kept in its `xn--` form. */
  email?: string;
  /** Needs the right `canusecustomtitle`; what tells others to be of the staff is for administrators to give. */
  usertitle?: string;
  /** MM-DD-YYYY, or empty. */
  birthday?: string;
  /** What others see of it: 0 nothing, 1 the day, 2 the age as well. */
  showbirthday?: number | string;
  /** Hours from UTC, from -12 to 14. */
  timezoneoffset?: string;
  /** -1 withdrawn, 0 not asked, 1 given. */
  privacyconsent?: number | string;
  /** Of a language that the board speaks (language.fetchAll), or 0 for the board's own. */
  languageid?: number | string;
  /** Kept and told as it is sent, since the board has no styles: for clients that keep a choice of their own in it. */
  styleid?: number | string;
  /** For administrators only. */
  usergroupid?: number | string;
  /** For administrators only. */
  displaygroupid?: number | string;
  /** For administrators only. */
  membergroupids?: readonly (number | string)[];
}

export interface ExtraData {
  /** A new address; counts before that of the profile. */
  email?: string;
  /** A new password. */
  newpass?: string;
  /** The current password. */
  password?: string;
}

export interface Passwords {
  password?: string;
  /** md5 of the plain password, 32 hex digits. */
  md5password?: string;
  /** The same over another encoding of it, for what is beyond ASCII. */
  md5password_utf?: string;
}

export interface ExtraAuthInfo {
  /** Six digits, where the member has switched authentication codes on. */
  mfa_authcode?: string;
}

export interface RankData {
  title?: string;
  /** From so many posts on: 0 when it is left out. */
  minposts?: number | string;
  /** The URL of its picture; empty for none. */
  icon?: string;
}

export interface NewWebhookData {
  /** The address that is called, of http or https. */
  url?: string;
  /** Of what it is told: `member_create`, `forumsTopic_create`, `forumsTopicPost_create`, in any case. */
  events?: readonly string[];
  /** How bodies are written. `application/json` when left out. */
  contenttype?: 'application/json' | 'application/x-www-form-urlencoded';
  /** The key with whose rights it is told; when left out it is told what the caller may see. */
  apikeyid?: number | string;
}

/** What a client needs to begin (vb-api §1.4). */
export interface InitResult {
  readonly apiversion: number;
  /** 32 hex digits: the session, a guest's at first. */
  readonly apiaccesstoken: string;
  /** Digits, as text: clients of typed languages rely on it. */
  readonly apiclientid: string;
  /** On a call without `api_c`, or on a signed one. */
  readonly secret?: string | undefined;
  readonly sessionhash: string;
  readonly bbtitle: string;
  readonly bburl: string;
  readonly forumhome: string;
  readonly vbulletinversion: string;
  readonly bbactive: number;
  /** Only while the board is closed. */
  readonly bbclosedreason?: string | undefined;
  /** Content type names and their ids on this board. */
  readonly contenttypes: Readonly<Record<string, number>>;
  readonly features: Readonly<Record<string, number>>;
  readonly permissions: readonly string[];
  readonly show: { readonly registerbutton: number };
}

/** One method as `api.methods` lists it. */
export interface MethodSummary {
  readonly method: string;
  readonly doc: string;
  readonly parameters: readonly ParameterSummary[];
  /** A type of TypeScript, as with `api_v=100`; the reference declares the names in it. */
  readonly returns: string;
  readonly errors: readonly string[];
}

export interface ApiKey {
  readonly apikeyid: number;
  readonly name: string;
  readonly dialect: KeyDialect;
  /** Whose key it is; 0 for the site's own. */
  readonly userid: number;
  /** What it may be used for, as its dialect reads it. */
  readonly rights: readonly string[];
  /** Addresses, and networks as CIDR, that it may be used from; none for all. */
  readonly networks: readonly string[];
  /** 1 when it may stand in URLs. */
  readonly inurl: number;
  /** 1 when its requests are written down. */
  readonly logged: number;
  /** Unix seconds, as all times. */
  readonly created: number;
  /** 0 for never. */
  readonly expires: number;
  /** 0 for never; up to a minute late. */
  readonly lastused: number;
  /** 0 when it has not been. */
  readonly revoked: number;
  /** Until when the key before the last rotation works, too; 0 for none. */
  readonly oldhashexpires: number;
}

/** A key with its text, which nobody is shown again. */
export interface IssuedKey {
  readonly apikeyid: number;
  readonly key: string;
}

export interface KeyRevoked {
  readonly success: boolean;
}

/** What was asked with a key. */
export interface ApiKeyUse {
  readonly apikeyid: number;
  readonly dateline: number;
  /** As rights name it. */
  readonly endpoint: string;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** In whose name. */
  readonly userid: number;
  readonly ipaddress: string;
}

/** A node with its content. */
export interface FullContent extends NodeAnswer {
  readonly content: Content;
}

/** The same without what the caller may do with it. */
export interface BareContent extends NodeAnswer {
  readonly content: Omit<Content, 'permissions' | 'createpermissions' | 'moderatorperms'>;
}

/** A node as lists and getNode show it: its row and the name of its type. */
export interface NodeAnswer extends Omit<FoundNode, 'starterapproved' | 'starterpublished'> {
  readonly contenttypeclass: string;
}

/** What a text may hold: 0 or 1. */
export interface BbcodeOptions {
  readonly allowbbcode: number;
  readonly allowimagecode: number;
  readonly allowimages: number;
  readonly allowhtml: number;
  readonly allowsmilies: number;
}

/** An upload. */
export interface FileInfo {
  readonly filedataid: number;
  /** What `url` serves, as are the next five: of a size that was asked for, the picture of that size. */
  readonly filename: string;
  readonly extension: string;
  /** Bytes; 0 where they are not known, of a smaller picture that an older release made. */
  readonly filesize: number;
  /** Pixels of a picture or film; 0 when they are not known. */
  readonly width: number;
  readonly height: number;
  /** Milliseconds of a film or sound (MP4, QuickTime, M4A), where it tells them. */
  readonly duration?: number | undefined;
  /** Unix seconds. */
  readonly dateline: number;
  /** What it is served as. */
  readonly htmltype: string;
  /** An absolute URL to the file, or to the size of it that was asked for. It is valid for half a day at least. */
  readonly url: string;
  /** A picture's URL for showing it small. */
  readonly thumburl?: string | undefined;
  /** The bytes that `url` serves, in Base64: where they were asked for, and are no more than 1 MiB. */
  readonly filedata?: string | undefined;
}

/** Attachments by their ids. */
export type AttachmentMap = Record<string, Attachment>;

/** What the caller may upload. */
export interface AttachmentPermissions {
  /** 1 when he may attach files there, and the extension is taken. */
  readonly canpostattachment: number;
  readonly cangetattachment: number;
  readonly canseethumbnails: number;
  /** Bytes of one file. */
  readonly max_size: number;
  /** Attachments of one post. */
  readonly attachlimit: number;
  /** Bytes of all his uploads; 0 for no limit. */
  readonly attachquota: number;
  /** Bytes that his uploads have. */
  readonly attachsum: number;
  /** What is taken. */
  readonly extensions: readonly string[];
}

export interface ImageExtensions {
  readonly extensions: readonly string[];
}

export interface ImageAnswer {
  readonly isimage: boolean;
}

export interface ChannelRight {
  readonly can: boolean;
  /** Always false: there is no limit. */
  readonly exceeded: boolean;
}

/** A member with a usergroup that he has in a channel alone. */
export interface Contributor {
  readonly userid: number;
  readonly username: string;
  readonly displayname: string;
  readonly groupid: number;
  readonly grouptitle: string;
}

/** Channels to choose from. */
export interface ChannelSuggestions {
  readonly suggestions: readonly ChannelSuggestion[];
}

/** What of the staff's business the caller may see. */
export interface StaffViews {
  readonly result: {
    readonly can_view_reports: boolean;
    /** Always false: there are no infractions. */
    readonly can_view_infractions: boolean;
  };
}

/** What is to be known of a page before its link is posted. */
export interface PageInfo {
  readonly url: string;
  readonly title: string;
  readonly meta: string;
  /** Absolute URLs of pictures, the one that the page names first. */
  readonly images: readonly string[];
}

/** A folder and how many unread messages it holds. */
export interface FolderSummary {
  readonly folderId: number;
  readonly title: string;
  /** The fixed name of a folder that every member has; empty for an own one. */
  readonly titlephrase: string;
  /** Unread messages; of the folder `your_notifications` unread notifications, at most 1000. */
  readonly quantity: number;
}

/** The badges of a page's header. */
export interface HeaderCounts {
  readonly titlephrase: string;
  /** The sum of all badges. */
  readonly totalcount: number;
  /** Unread messages in the inbox. */
  readonly messages: number;
  /** The inbox. */
  readonly folderid_messages: number;
  readonly details: Readonly<Record<string, HeaderCount>>;
}

/** A folder of private messages. */
export interface FolderInfo {
  readonly folderid: number;
  readonly title: string;
  /** The fixed name of a folder that every member has; empty for an own one. */
  readonly titlephrase: string;
  /** 1 for a folder of the caller's own. */
  readonly iscustom: number;
}

/** What has been done is told by this alone. */
export interface MessageSuccess {
  readonly success: boolean;
}

/** A conversation as a list of one folder shows it. */
export interface MessageSummary {
  /** The first message; it stands for the conversation. */
  readonly nodeid: number;
  readonly starter: number;
  readonly title: string;
  /** The beginning of the newest message in the folder, as plain text. */
  readonly previewtext: string;
  /** Who began the conversation. */
  readonly userid: number;
  readonly username: string;
  /** Unix seconds. */
  readonly created: number;
  /** When the newest message in the folder was written, Unix seconds. */
  readonly lastcontent: number;
  readonly lastcontentid: number;
  readonly lastcontentauthor: string;
  readonly lastauthorid: number;
  /** 1 when every message of it in the folder has been read. */
  readonly msgread: number;
  /** How many of its messages in the folder are unread. */
  readonly unread: number;
  /** How many of its messages lie in the folder. */
  readonly messagecount: number;
  readonly folderid: number;
  /** Of a request: what is asked for, and the node that it is about; of `follow` the member who asks. */
  readonly about?: string | undefined;
  readonly aboutid?: number | undefined;
  /** All who take part but the caller; missing when not asked for. */
  readonly recipients?: readonly MessageRecipient[] | undefined;
}

/** One thing that the member is told of. */
export interface NotificationAnswer {
  readonly notificationid: number;
  readonly categoryname: string;
  readonly typename: string;
  /** Who did it; 0 for a guest. For likes the last of them. */
  readonly sender: number;
  readonly sender_username: string;
  readonly sender_displayname: string;
  readonly sender_avatarpath: string;
  /** The node it is about; 0 when it is about a member. */
  readonly sentbynodeid: number;
  /** Unix seconds. */
  readonly lastsenttime: number;
  /** Unix seconds; 0 while it is unread. */
  readonly lastreadtime: number;
  readonly title?: string;
  readonly channelid?: number;
  readonly aboutstarterid?: number;
  readonly aboutstartertitle?: string;
  readonly previewtext?: string;
  /** Always 0: each post has a notification of its own. */
  readonly otherParticipantsCount?: number;
  /** Of category `nodeaction`: likes of the node, when the last came, and how many others like it. */
  readonly votes?: number;
  readonly lastvote?: number;
  readonly otherVotersCount?: number;
}

/** The newest of each kind. */
export interface MessagePreview {
  readonly messages: readonly MessageSummary[];
  readonly requests: readonly MessageSummary[];
  /** By id, read ones among them. */
  readonly notifications: readonly NotificationAnswer[];
}

/** How many pages a folder has, and which is next. */
export interface FolderPages {
  /** Conversations. */
  readonly count: number;
  readonly pages: number;
  readonly pagenum: number;
  /** False on the last page, and past it. */
  readonly nextpage: number | false;
  /** False on the first page. */
  readonly prevpage: number | false;
}

/** A conversation. */
export interface Conversation {
  /** Its first message. */
  readonly nodeid: number;
  readonly title: string;
  /** The first message, which everybody was given who takes part. */
  readonly message: PrivateMessage;
  /** All messages, the oldest first; the first one is among them unless it lies in the trash. */
  readonly messages: readonly PrivateMessage[];
  /** All who take part but the caller. */
  readonly recipients: readonly MessageRecipient[];
  /** The first of `recipients`; missing when all others have left. */
  readonly firstRecipient?: MessageRecipient | undefined;
  /** How many `recipients` there are beside the first. */
  readonly otherRecipients: number;
  /** The userids of all who take part. */
  readonly included: readonly number[];
}

/** One who takes part in a conversation. */
export interface ConversationMember extends MessageRecipient {
  readonly avatarurl: string;
  /** 1 for the one who began it. */
  readonly starter: number;
  /** Whether the caller follows them: 0 no, 1 yes, 2 waits for approval. */
  readonly following: number;
}

/** Messages to pass on. */
export interface Forward {
  /** The first of them; missing when none was asked for. */
  readonly first?: ForwardedMessage | undefined;
  /** In the order of their ids. */
  readonly messages: readonly ForwardedMessage[];
}

/** How a request has ended. */
export interface RequestResult {
  /** `request_denied` or `request_cancelled`. */
  readonly result: string;
}

/** A report: a node whose text is the reason. Its `showopen` is 0 once it is closed. */
export interface Report extends FullContent {
  readonly reportnodeid: number;
  /** Who closed it, and when (Unix seconds); 0 while it is open. */
  readonly closeduserid: number;
  readonly closedate: number;
  /** The reported post; missing when it is gone for good, or was a private message. */
  readonly reported?: FullContent | undefined;
  /** The private message as it was when it was reported; missing for a post. */
  readonly reportedmessage?: ReportedMessage | undefined;
}

/** That it is done. */
export interface ReportSuccess {
  readonly success: boolean;
}

/** A version of a post: who wrote it, when and why. The newest is what the post says. */
export interface VersionRow {
  readonly postedithistoryid: number;
  readonly userid: number;
  readonly username: string;
  /** Unix seconds. */
  readonly dateline: number;
  readonly reason: string;
  /** 1 for what was written first. */
  readonly original: number;
  readonly title: string;
}

/** Two versions of a post. */
export interface VersionComparison {
  readonly old: Version;
  readonly current: Version;
}

/** A video as its provider knows it. */
export interface VideoItem {
  /** `youtube`, `vimeo`, `dailymotion` or `twitch`. */
  readonly provider: string;
  /** The provider's id of the video. */
  readonly code: string;
  /** The page of the video, at the provider's, with where it begins, its list, or the key of an unlisted one. */
  readonly url: string;
  /** What a frame in a page shows. */
  readonly embedurl: string;
  /** A picture of it; missing where no rule says where that lies. */
  readonly thumburl?: string | undefined;
}

/** Uploads by their ids. */
export type FileMap = Record<string, FileInfo>;

/** An upload that belongs to a post. */
export interface Attachment extends FileInfo {
  /** The attachment's own id. */
  readonly nodeid: number;
  /** The post. */
  readonly parentid: number;
  readonly contenttypeclass: string;
  readonly userid: number;
  readonly caption: string;
  readonly style: string;
  readonly settings: string;
  /** Downloads. */
  readonly counter: number;
  readonly displayorder: number;
  /** When its thumbnails were made, Unix seconds. */
  readonly resize_dateline: number;
  readonly visible: number;
}

export interface FollowerPage {
  /** In the list's order. */
  readonly users: readonly FollowUser[];
  readonly paginationInfo: Paging;
}

export interface FollowingPage extends FollowerPage {
  /** Topics and channels in the list's order. */
  readonly nodes: readonly FullContent[];
}

/** A page of new content with those who wrote it. */
export interface FollowedContent extends FollowStream {
  /** The authors. */
  readonly users: readonly MemberAnswer[];
}

/** A page of new content. It has no total: that would cost more than the page. */
export interface FollowStream {
  readonly nodes: readonly FullContent[];
  readonly currentpage: number;
  readonly perpage: number;
}

/** The followers of a topic or channel. */
export interface ContentFollowers extends FollowerPage {
  readonly totalcount: number;
}

/** Which nodes a member follows. */
export interface FollowingList {
  /** 0 no, 1 yes; by nodeid, for the nodes that he may see. */
  readonly following: Record<string, number>;
}

/** What stands for a question. */
export interface HvToken {
  /** 32 hex digits; empty while human verification is switched off. */
  readonly hash: string;
}

/** A picture with a code. */
export interface HvImage {
  /** `png`; `svg` where the server lacks the package that makes pictures. */
  readonly type: 'png' | 'svg';
  /** Base64, since JSON holds no bytes. */
  readonly data: string;
}

/** Languages by their ids. */
export type LanguageMap = Record<string, Language>;

/** The answers of a topic. */
export interface AnswerNodeids {
  readonly nodeids: readonly number[];
}

export interface AnswerSet {
  readonly success: boolean;
}

/** Posts that wait for approval, the newest first. */
export interface PendingPosts {
  readonly nodes: readonly FullContent[];
  readonly totalcount: number;
  readonly totalpages: number;
}

/** The attachments of posts, by post. */
export type PostAttachments = Record<string, AttachmentMap>;

export interface ChannelTree {
  readonly channels: readonly ChannelNode[];
}

/** What lies in a channel. */
export interface ChannelStatistics {
  /** Topics in the channel itself. */
  readonly topics: number;
  /** Topics, replies and comments in it and below it. */
  readonly posts: number;
}

/** New ids by the old ones. */
export type ClonedNodes = Record<string, number>;

/** A page of topics or posts. */
export interface ContentPage {
  /** In the order of the list. */
  readonly contents: readonly FullContent[];
  readonly pagingInfo: Paging;
}

/** An album; in a list its `content.photos` are the first one alone. */
export interface Album extends FullContent {
  /** How many photos it has; 0 where the caller may get none. */
  readonly photocount: number;
}

/** Up to when a node counts as read. */
export interface ReadTime {
  /** Unix seconds; 0 for a guest. */
  readonly readtime: number;
}

/** A child of a node. */
export interface FoundChild {
  /** 0 when there is none. */
  readonly nodeid: number;
}

/** What is new, by node. */
export type UnreadMap = Record<string, Unread>;

/** The post that stays. */
export interface MergedPosts {
  readonly nodeid: number;
}

/** A node with its ancestors, the nearest first. */
export interface NodeWithParents extends JoinedNode {
  readonly parents?: readonly NodeAnswer[] | undefined;
}

/** Nodes by id, in the order of the list. */
export type NodeMap = Record<string, JoinedNode>;

export type ContentMap = Record<string, FullContent>;

/** Nodes by the caller's keys: a list when these are 0, 1 and so on. */
export type KeyedContents =
  readonly FullContent[] | Record<string, FullContent>;

/** What was deleted as spam. */
export interface SpamDeletion {
  /** With `deleteother` the authors' other posts are among them. */
  readonly nodeids: readonly number[];
  /** There are more posts of theirs that the caller may delete: he can ask again. */
  readonly more: boolean;
}

/** An entry of the log, of a node that may have gone since. */
export interface ModLogEntry extends Omit<ModLogRow, 'ipaddress'> {
  /** The moderator's address; only for administrators. */
  readonly ipaddress?: string | undefined;
}

/** A member who moderates a channel and all below it. */
export interface ChannelModerator extends MemberAnswer {
  /** The channel, or one above it, in which he has been made a moderator. */
  readonly channelid: number;
  /** What he may do there, and 0 or 1. */
  readonly permissions: Readonly<Record<string, number>>;
}

/** A vote given. */
export interface VoteResult {
  readonly success: boolean;
  readonly voteid: number;
  readonly nodevotes: NodeVoteCount;
}

/** A vote taken back. */
export interface UnvoteResult {
  readonly success: boolean;
  readonly nodevotes: NodeVoteCount;
}

/** What a dismissal has done. */
export interface Dismissal {
  /** What takes the dismissed one's place on the page. */
  readonly insertNotification?: NotificationAnswer;
  readonly affected_rows: number;
  /** '' for a page with something on it, `fetch_skipped`, or `page_empty`. */
  readonly info: string;
  /** Of `insertNotification`; else 0. */
  readonly lastsenttime: number;
}

export interface AffectedRows {
  readonly affected_rows: number;
}

/** How to undo an unsubscription. */
export interface Unsubscription {
  readonly success: boolean;
  /** For `notification.undoUnsubscribe`. */
  readonly undoid: number;
}

/** Option names and their values. */
export type OptionValues = Record<string, string | number>;

/** Texts by the name of their phrase. */
export type PhraseTexts = Record<string, string>;

export interface PhraseAnswer {
  readonly phrases: PhraseTexts;
}

export interface LanguageAnswer {
  readonly languageid: number;
  /** Where it was asked for. */
  readonly charset?: string;
}

export interface Version extends VersionRow {
  readonly rawtext: string;
}

/** A member's avatar as clients get it. */
export interface AvatarRecord {
  /** An absolute URL. */
  readonly avatarpath: string;
  /** 1 when it is the member's own picture. */
  readonly hascustom: number;
  /** One of the default avatars. */
  readonly avatarid: number;
  /** The upload that it is; 0 for a default avatar. */
  readonly filedataid: number;
}

/** An avatar that every board has. */
export interface DefaultAvatar {
  readonly avatarid: number;
  readonly avatarpath: string;
}

export interface AlbumPage {
  /** By nodeid, the newest first: of one album all `photos`, of several the first one of each. */
  readonly albums: readonly Album[];
  readonly paginationInfo: Paging;
}

/** One of both lists is empty: the filter says which. */
export interface MediaPage {
  /** The newest first. */
  readonly photos: readonly Attachment[];
  /** Those of the newest posts first. */
  readonly videos: readonly MemberVideo[];
  readonly paginationInfo: Paging;
}

export interface ReactionList {
  readonly reactions: readonly Reaction[];
}

export interface ReactionFooter {
  readonly reactions: readonly CountedReaction[];
}

export interface Voters {
  /** The newest first. */
  readonly users: readonly Voter[];
}

/** A reaction that somebody has given. */
export interface GivenReaction extends Reaction {
  readonly userid: number;
}

/** A node after a vote. `votes` is the number of its likes. */
export interface VotedNode extends NodeAnswer {
  /** 1 while the caller likes it. */
  readonly ivoted: number;
}

/** What an address of the board shows: one of its ids, and 0 for the others. */
export interface FoundRoute {
  /** `home`, `channel`, `topic` or `member`. */
  readonly kind: string;
  /** The channel or topic. */
  readonly nodeid: number;
  /** The post of the topic that the address leads to; the topic itself when it names none. */
  readonly contentid: number;
  readonly userid: number;
  /**
   * The page of the list, from 1 on: of 20 posts of a topic with its first one, or of 20 topics of a channel. A post is
   * on it; a page past the end is the last one.
   */
  readonly pagenum: number;
  /** The whole address, as the board itself writes it. */
  readonly url: string;
}

/** A page of nodes with their content, in the order of the search. */
export interface SearchResults extends SearchPage {
  readonly results: readonly FoundContent[];
}

/** The filters of a search (`search_json`). All are optional, and what is found fits all that are there. */
export interface SearchFilters {
  /** Words that must be there, with `OR`, `NOT`, `-` and quotation marks. */
  readonly keywords?: string;
  /** Looks for the words in titles alone. */
  readonly title_only?: SearchFlag;
  /** A part of a name; or a list of names and ids; or `iFollow`, `myFriends` (who follow the caller, too). */
  readonly author?: string | readonly (string | number)[];
  /** `author` is a whole name. */
  readonly exactname?: SearchFlag;
  /** At most 50. */
  readonly authorid?: SearchIds;
  /** From then on, or between two dates. */
  readonly date?: SearchDate | { readonly from?: SearchDate; readonly to?: SearchDate };
  /** What the caller follows, or the members whom another follows, by his id. */
  readonly follow?:
    'followMembers' | 'followContent' | 'followChannel' | 'followBoth' | 'followAll' | Readonly<Record<string, number | string>>;
  /** The same as `follow` with `followChannel`. */
  readonly my_following?: SearchFlag;
  /** Finds posts of members whom the caller ignores, too, if he may ban members. */
  readonly include_blocked?: SearchFlag;
  /** Of a topic: it has at least one of these, in a list or in a text with commas or blanks between. */
  readonly tag?: string | readonly string[];
  /** Topics. */
  readonly starter_only?: SearchFlag;
  /** Replies, whatever `include_starter` says. */
  readonly reply_only?: SearchFlag;
  /** Comments. */
  readonly comment_only?: SearchFlag;
  /** Messages on profiles. */
  readonly visitor_messages_only?: SearchFlag;
  /** Messages on the profiles of these members. */
  readonly sentto?: SearchIds;
  /** What is featured. */
  readonly featured?: SearchFlag;
  /** Content types by name (`Text`, `vBForum_Text`) or id. */
  readonly type?: SearchIds;
  /** None of these content types. */
  readonly exclude_type?: SearchIds;
  /** Content types by id. */
  readonly contenttypeid?: SearchIds;
  /** What lies below these channels or topics. */
  readonly channel?: SearchIds;
  /** How many levels below `channel`; 0 for all. */
  readonly depth?: number | string;
  /** What `channel` names is found, too. */
  readonly include_starter?: SearchFlag;
  /** Without these nodes and all below them. */
  readonly exclude?: SearchIds;
  /** These nodes alone. */
  readonly specific?: SearchIds;
  /** The blogs or groups that the caller has a part in. */
  readonly my_channels?: { readonly type: 'blog' | 'group' };
  /** What is deleted, as far as the caller sees it; of private messages those in the trash. */
  readonly deleted_only?: SearchFlag;
  /** Without what is deleted, which moderators find otherwise. */
  readonly exclude_deleted?: SearchFlag;
  /** What waits for a moderator, as far as the caller sees it. */
  readonly unapproved_only?: SearchFlag;
  /** What the caller has not read, no older than the option `markinglimit`; of private messages those not read. */
  readonly unread_only?: SearchFlag;
  /** Sticky topics. */
  readonly sticky_only?: SearchFlag;
  /** Without sticky topics. */
  readonly exclude_sticky?: SearchFlag;
  /** Sticky topics come first. */
  readonly include_sticky?: SearchFlag;
  /** Without what is protected, and without private messages. */
  readonly ignore_protected?: SearchFlag;
  /** There are no prefixes: nothing has one. */
  readonly prefix?: string | readonly string[];
  /** There are no prefixes: nothing is found. */
  readonly has_prefix?: SearchFlag;
  /** There are no prefixes: everything is found. */
  readonly no_prefix?: SearchFlag;
  /** What results are made of, and how they are sorted where `sort` does not say. */
  readonly view?:
    '' | 'activity' | 'topic' | 'conversation_thread' | 'conversation_stream' | 'conversation_thread_search';
  /** A field, or at most four, each with its direction. */
  readonly sort?:
    SearchSort | readonly SearchSort[] | Readonly<Partial<Record<SearchSort, 'asc' | 'desc' | ''>>>;
  /** With `channel`: keeps up to 10,000 results instead of the option `maxresults`, all sorted. */
  readonly nolimit?: SearchFlag;
  /** Comes back as it was. */
  readonly custom?: string | Struct;
  /** Has no effect: each search is made anew. */
  readonly ignore_cache?: SearchFlag;
  /** Has no effect: contents are whole. */
  readonly include_attach?: SearchFlag;
}

/** A page of node ids, in the order of the search. */
export interface SearchNodes extends SearchPage {
  readonly results: readonly number[];
}

/** What is kept of a search. */
export interface SearchInfo {
  readonly resultId: number;
  /** The search as JSON. */
  readonly search_json: string;
  readonly totalcount: number;
  /** Unix seconds, like `expires`. */
  readonly dateline: number;
  readonly expires: number;
  readonly custom?: unknown;
}

/** A content type that can be searched for. */
export interface SearchableType {
  readonly contenttypeid: number;
  readonly class: string;
  /** The name that the filters `type` and `exclude_type` know. */
  readonly type: string;
}

/** A channel in the search form. */
export interface SearchChannel {
  readonly nodeid: number;
  readonly parentid: number;
  readonly title: string;
  readonly htmltitle: string;
  readonly urlident: string;
  /** 1 for a channel that only holds channels. */
  readonly category: number;
  /** Levels below the top, from 0 on. */
  readonly depth: number;
  /** Missing in a flat list. */
  readonly subchannels?: readonly SearchChannel[] | undefined;
}

/** A page of a channel's topics. `totalcount` is missing when it was not to be counted. */
export interface ChannelTopics {
  readonly results: readonly FullContent[];
  readonly totalcount?: number | undefined;
}

/** What the board counts, as far as the caller may read it. */
export interface Statistics extends MemberStatistics {
  readonly topics: number;
  readonly posts: number;
}

/** A tag, if there is one for the caller. */
export interface FoundTag {
  readonly tag?: TagAnswer;
}

export interface TagAnswer {
  readonly tagid: number;
  readonly tagtext: string;
}

export interface TagCloud {
  /** By their text. */
  readonly tags: readonly CloudTag[];
}

/** A tag that a text may be going to be. */
export interface TagSuggestion {
  readonly id: number;
  readonly title: string;
  readonly value: string;
}

/** The tags of a topic, and what the caller may do with them. */
export interface NodeTags {
  readonly tags: readonly NodeTag[];
  /** The tags with commas between. */
  readonly displaytags: string;
  /** The author of the topic. */
  readonly userid: number;
  readonly maxtags: number;
  /** How many the caller may give. */
  readonly maxusertags: number;
  /** 1 when the caller may give or take tags. */
  readonly canmanagetags: number;
}

/** A custom field of the registration form. */
export interface RegistrationField {
  readonly profilefieldid: number;
  /** The name in `userfield`: field1, field2, … */
  readonly fieldname: string;
  readonly title: string;
  readonly description: string;
  /** `input` for a line, `textarea` for several, `select` for one of the options. */
  readonly type: string;
  readonly required: number;
  /** Characters. */
  readonly maxlength: number;
  readonly options: readonly string[];
}

export interface Success {
  readonly success: boolean;
}

export interface NewPassword {
  readonly password_reset: boolean;
  /** A sentence for the member, in his language. */
  readonly setnewpw_message: string;
}

/** Avatars by userid. */
export type AvatarMap = Record<string, AvatarRecord>;

/** Members whose names begin alike. */
export interface Suggestions {
  readonly suggestions: readonly Suggestion[];
}

export interface MemberPage {
  readonly members: readonly UserRecord[];
  readonly pagingInfo: MemberPaging;
}

/** A member whose birthday is today. */
export interface Birthday {
  readonly userid: number;
  readonly username: string;
  /** Years, for those who show it. */
  readonly age?: number;
}

export interface NameAndUrl {
  readonly username: string;
  readonly profileUrl?: string;
}

/** What a card beside a name shows. */
export interface Namecard {
  readonly userid: number;
  readonly username: string;
  readonly displayname: string;
  readonly displayusertitle: string;
  readonly usergroupid: number;
  readonly avatarid: number;
  /** Unix seconds. */
  readonly joindate: number;
  readonly posts: number;
  readonly reputation: number;
  readonly status: string;
  readonly profileUrl: string;
  /** 1 when the caller ignores the member. */
  readonly isignored: number;
}

export interface MfaNeed {
  readonly enabled: boolean;
}

/** What an app for authentication codes needs. */
export interface MfaSecret {
  /** Base32. */
  readonly secret: string;
  /** The same as an address, `otpauth://totp/…`, for a link or a QR code. */
  readonly url: string;
}

/** A member's public profile; of oneself, and for administrators, with what is hidden from others. */
export interface ProfileInfo extends UserRecord {
  /** As safe HTML. */
  readonly signature: string;
  readonly profilefields: readonly ProfileFieldValue[];
  /** 1 when the caller ignores the member. */
  readonly isignored: number;
}

/** What a page of account settings shows. */
export interface UserSettings {
  readonly user: UserRecord;
  /** Switches by name: 0 or 1. */
  readonly options: Record<string, number>;
  /** Values of the custom profile fields by name: field1, field2, … */
  readonly userfield: Record<string, string>;
  /** BBCode. */
  readonly signature: string;
  readonly ignored: readonly Related[];
}

/** All that the board keeps about a member, but for his posts and messages: each value by its name. */
export interface PersonalData extends Omit<UserRecord, 'options'>, Omit<UserSettings, 'user'> {
  /** The address from which he registered. */
  readonly ipaddress: string;
  readonly sessions: readonly SessionTrace[];
}

/** A member as another one may see him; more of himself, and for administrators. */
export interface UserRecord {
  userid: number;
  username: string;
  displayname: string;
  usergroupid: number;
  /** The usergroup whose title is shown: the primary one, or another of the member's. */
  displaygroupid: number;
  /** Usergroup ids with commas between. */
  membergroupids: string;
  usertitle: string;
  /** The own title, else that of the usergroup. */
  displayusertitle: string;
  /** The title of the rank by the number of posts, as HTML; empty without one. */
  rank: string;
  /** The same as it is, its id (0 without one) and the URL of its picture. */
  rankid: number;
  ranktitle: string;
  rankicon: string;
  /** Unix seconds. */
  joindate: number;
  posts: number;
  avatarid: number;
  /** The URL of the avatar. */
  avatarpath: string;
  reputation: number;
  status: string;
  /** Unix seconds; missing for others when the member is invisible. */
  lastactivity?: number;
  /** From here: of oneself, and for administrators. */
  email?: string;
  /** Unix seconds. */
  lastvisit?: number;
  /** Unix seconds. */
  lastpost?: number;
  languageid?: number;
  /** Whatever `user.save` was sent: the board has no styles. */
  styleid?: number;
  options?: number;
  /** Unix seconds. */
  passworddate?: number;
  /** What others see of the birthday: 0 nothing, 1 the day, 2 the age as well. */
  showbirthday?: number;
  /** Hours from UTC. */
  timezoneoffset?: string;
  /** MM-DD-YYYY, or empty; the year is 0000 where it was not told. Of others as much as their `showbirthday` lets see. */
  birthday?: string;
  /** -1 withdrawn, 0 not asked, 1 given. */
  privacyconsent?: number;
  /** From here: only of the caller himself. `<Unix seconds>-<40 hex>`, for a guest `guest`. */
  securitytoken?: string;
  /** The same as the security token. */
  logouthash?: string;
  /** The 40 hex digits of the security token; empty for a guest. */
  securitytoken_raw?: string;
  is_admin?: boolean;
  /** The same as `is_admin`: vBulletin's editor of pages is for administrators. */
  can_use_sitebuilder?: boolean;
  lang_options?: LanguageOptions;
  /** Posts on a page of a topic, when a call does not say how many. */
  maxposts_calculated?: number;
  /** Always `vb`: members log in with a password of this board. */
  logintype?: string;
  /** The same as `languageid` and `styleid`. */
  saved_languageid?: number;
  realstyleid?: number;
  /** Always empty, as what follows: this board asks no parents, and knows no Facebook. */
  parentemail?: string;
  fbname?: string;
  fbjoindate?: number;
  /** From here: when an option asked for it. 1 when the member has a picture of their own. */
  hascustomavatar?: number;
  /** The same as `avatarpath`. */
  avatarurl?: string;
  /** 1 when the caller follows the member. */
  isfriend?: number;
  /** Where the member registered; '' where that is not known. For administrators. */
  ipaddress?: string;
  /** Bits: 1 moderates the whole board, 2 administers it. Of oneself, and for administrators. */
  adminpermissions?: number;
}

/** A usergroup granted to one member in one channel and all below it. */
export interface Grant {
  readonly nodeid: number;
  readonly groupid: number;
}

/** Whether a new display name can be chosen. */
export interface DisplaynameRight {
  readonly caneditdisplayname: boolean;
}

/** A login. */
export interface LoginResult {
  userid: number;
  /**
   * A token that stands for the password in later logins, so that an app need not keep that. It lasts half a year after
   * its last use, and ends when the password is changed and with `user.logoutAllDevices`.
   */
  password: string;
  /** Unix seconds. */
  lastvisit: number;
  /** Unix seconds. */
  lastactivity: number;
  sessionhash: string;
  /**
   * For administrators and moderators who asked for it by `logintype`: a random text that says they may. Nothing asks for
   * it again, since what they may do hangs on the session.
   */
  cpsessionhash?: string;
}

/** A logout, with the guest session that goes on. */
export interface LogoutResult {
  success: boolean;
  sessionhash: string;
  /** Sign with this token from now on. */
  apiaccesstoken: string;
}

/** A member's signature, and what may stand in signatures. */
export interface SignatureInfo {
  /** BBCode. */
  readonly signature: string;
  /** The same as safe HTML. */
  readonly signaturehtml: string;
  /** 1 when the caller may have a signature. */
  readonly permissions: Readonly<Record<string, number>>;
  readonly dohtml: number;
  readonly dobbcode: number;
  readonly dobbimagecode: number;
  readonly dosmilies: number;
  /** 0: there are no pictures beside the text. */
  readonly sigpic: number;
  readonly sigpicrevision: number;
  readonly sigpicdateline: number;
}

/** A usergroup as everybody may see it. */
export interface UsergroupRow {
  readonly usergroupid: number;
  readonly title: string;
  readonly description: string;
  readonly usertitle: string;
  /** HTML before the names of its members. */
  readonly opentag: string;
  /** HTML behind the names of its members. */
  readonly closetag: string;
  /** 1 when a member may show it instead of his primary one. */
  readonly canoverride: number;
  /** The number of a system group; 0 for others. */
  readonly systemgroupid: number;
}

export interface DisplayGroupChange {
  readonly success: boolean;
}

/** What members are called by the number of their posts. */
export interface RankRow {
  readonly rankid: number;
  readonly title: string;
  /** From so many posts on. */
  readonly minposts: number;
  /** The URL of its picture; empty for none. */
  readonly icon: string;
}

/** A program of others that is told what has happened. Times are Unix seconds. */
export interface Webhook {
  readonly webhookid: number;
  readonly dialect: WebhookDialect;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Whose it is. */
  readonly userid: number;
  /** The key with whose rights it is told; 0 where it is told what its owner may see. */
  readonly apikeyid: number;
  readonly contenttype: WebhookContentType;
  readonly created: number;
  /** Failures in a row. */
  readonly failures: number;
  /** Since when nothing has arrived; 0 when all is well. */
  readonly failingsince: number;
  /** When it was switched off; 0 for never. */
  readonly disabled: number;
}

/** A new webhook with what signs its bodies, which nobody is shown again. */
export interface MadeWebhook {
  readonly webhookid: number;
  readonly secret: string;
}

/** Whether something was done. */
export interface WebhookDone {
  readonly success: boolean;
}

/** What was, or is to be, sent to a webhook. Times are Unix seconds. */
export interface WebhookDelivery {
  readonly webhookdeliveryid: number;
  readonly webhookid: number;
  readonly event: WebhookEvent;
  /** The member, or the post by its node. */
  readonly itemid: number;
  readonly created: number;
  /** 0 it waits, 1 delivered, 2 given up. */
  readonly state: number;
  readonly tries: number;
  /** When it was tried last; 0 for never. */
  readonly sent: number;
  /** The HTTP status of the last answer; 0 for none. */
  readonly status: number;
  /** Milliseconds that the last answer took. */
  readonly ms: number;
  /** Why it has not arrived. */
  readonly error: string;
  /** The beginning of what was sent. */
  readonly request: string;
  /** The beginning of what was answered. */
  readonly answer: string;
}

/** Somebody who is online. */
export interface OnlineUser {
  /** 0 for a guest. */
  readonly userid: number;
  readonly username: string;
  readonly displayname: string;
  readonly usertitle: string;
  readonly usergroupid: number;
  readonly avatarpath: string;
  /** Unix seconds. */
  readonly lastactivity: number;
  /** 1 for a member who does not want to be seen; only moderators and he himself are shown him. */
  readonly invisible: number;
  /** The address, for administrators. */
  readonly host?: string;
}

export interface OnlineCounts {
  readonly total: number;
  readonly members: number;
  readonly guests: number;
  /** Always 0: apps are no spiders. */
  readonly spiders: number;
  /** The most who have been online at once. */
  readonly recordusers: number;
  /** When that was, Unix seconds. */
  readonly maxonlinedate: number;
  /** The same as day and time of the caller's clock. */
  readonly recorddate: string;
  readonly recordtime: string;
}

export interface ParameterSummary extends TypeSummary {
  readonly name: string;
  readonly optional: boolean;
  readonly default?: string | undefined;
}

export type KeyDialect = "invision" | "ideascale" | "userecho";

/** The content of a node: its text in three renderings, its author, topic and channel, and what the caller may do. */
export interface Content extends ContentDetails {
  readonly nodeid: number;
  readonly title: string;
  readonly contenttypeclass: string;
  /** BBCode as written; `message` is safe HTML, `message_plain` plain text. */
  readonly rawtext: string;
  readonly message: string;
  readonly message_plain: string;
  readonly message_bbcode: string;
  readonly previewtext: string;
  readonly htmlstate: string;
  /** The last edit; missing when there was none. */
  readonly editlog?: EditLog | undefined;
  readonly userinfo: AuthorInfo;
  /** The URL of the author's avatar. */
  readonly avatar: { readonly avatarpath: string };
  /** By id, in their order; missing where the caller may get none. */
  readonly attachments?: AttachmentMap | undefined;
  /** Where a redirect leads, if the caller sees that; missing else. */
  readonly tonodeid?: number | undefined;
  readonly channelid: number;
  readonly channeltitle: string;
  readonly channelurlident: string;
  readonly channeltype: string;
  readonly starter: number;
  readonly startertitle: string;
  readonly starteruserid: number;
  readonly starterauthorname: string;
  readonly starterurlident: string;
  readonly startertextcount: number;
  readonly starteropen: number;
  /** Of a topic, how often it was looked at; of anything else 0. */
  readonly views: number;
  /** When the member last read it or what it lies in, Unix seconds; 0 for never, or long ago. */
  readonly readtime: number;
  /** 1 when the caller ignores the author; missing else. */
  readonly ignored?: number | undefined;
  /**
   * The address of the page that shows it to everybody who may read it as a guest, and others a link to the app; missing
   * for private messages and reports.
   */
  readonly nodeurl?: string | undefined;
  readonly permissions: NodePermissions;
  /** What may be created below it: content types and 0 or 1. */
  readonly createpermissions: Readonly<Record<string, number>>;
  readonly moderatorperms: Readonly<Record<string, number>>;
  readonly allow_post: number;
  readonly moderate_comments: number;
  readonly approve_membership: number;
  readonly invite_only: number;
  readonly autoparselinks: number;
  readonly disablesmilies: number;
  readonly disable_bbcode: number;
  readonly hide_title: number;
  readonly hide_author: number;
  readonly hide_publishdate: number;
  readonly display_fullincategory: number;
  readonly display_pageviews: number;
  readonly hide_comment_count: number;
}

/** A node with what decides who sees it. */
export interface FoundNode extends NodeRow {
  /** The author of the topic that the node belongs to; null for a channel. */
  readonly starteruserid: number | null;
  /** Whether that topic is approved; null for a channel. */
  readonly starterapproved: number | null;
  /** Whether it shows; null for a channel. */
  readonly starterpublished: number | null;
}

export interface ChannelSuggestion {
  readonly title: string;
  readonly value: string;
  readonly id: number;
}

/** One badge. */
export interface HeaderCount {
  readonly titlephrase: string;
  readonly count: number;
  /** What to open: the folder. */
  readonly routeinfo: { readonly folderid: number };
}

/** A member who takes part in a conversation. */
export interface MessageRecipient {
  readonly userid: number;
  readonly username: string;
}

/** A message with its content. */
export interface PrivateMessage extends FullContent {
  readonly msgread: number;
  readonly folderid: number;
  /** 1 in the trash. */
  readonly deleted: number;
}

/** A message to pass on. */
export interface ForwardedMessage {
  readonly nodeid: number;
  /** Of the conversation. */
  readonly title: string;
  /** All who take part. */
  readonly recipients: readonly MessageRecipient[];
  /** Their names with `; ` between. */
  readonly to: string;
  /** The text as it was written, BBCode. */
  readonly pagetext: string;
  /** When it was written, Unix seconds. */
  readonly date: number;
  readonly userid: number;
  readonly username: string;
  /** To begin the new message with: a title, and the message as a quotation. */
  readonly newtitle: string;
  readonly rawtext: string;
}

/** A private message as it was when it was reported: who handles the report sees this, and nothing else of the conversation. */
export interface ReportedMessage {
  /** The author. */
  readonly userid: number;
  readonly authorname: string;
  readonly title: string;
  readonly created: number;
  /** BBCode as written; `message` is safe HTML, `message_plain` plain text. */
  readonly rawtext: string;
  readonly message: string;
  readonly message_plain: string;
}

/** A member who is followed or follows. */
export interface FollowUser extends MemberAnswer {
  /** 1 follows; 2 waits for approval. */
  readonly status: number;
  /** Since when, Unix seconds. */
  readonly dateline: number;
}

/** Where a page lies in its list. */
export interface Paging {
  readonly currentpage: number;
  readonly perpage: number;
  readonly totalcount: number;
  readonly totalpages: number;
}

/** A member in a list. */
export interface MemberAnswer {
  readonly userid: number;
  readonly username: string;
  readonly displayname: string;
  readonly usertitle: string;
  readonly usergroupid: number;
  readonly joindate: number;
  readonly posts: number;
  readonly reputation: number;
  readonly avatarpath: string;
}

/** A language that the board speaks. */
export interface Language {
  readonly languageid: number;
  readonly title: string;
  readonly languagecode: string;
  readonly charset: string;
}

/** A channel with those directly below it. */
export interface ChannelNode extends NodeAnswer {
  readonly subchannels: readonly ChannelNode[];
}

/** What is new below a node. */
export interface Unread extends ReadTime {
  /** In a channel its unread topics, without those of the channels in it; in a topic its unread posts. At most 100. */
  readonly unread: number;
  /** In a topic the post to go on reading from; 0 where all is read, and in channels. */
  readonly firstunread: number;
}

/** A node, with its attachments where they are asked for. */
export interface JoinedNode extends NodeAnswer {
  readonly attachments?: AttachmentMap | undefined;
}

/** An entry of the log. It tells of the node as it was then; the node itself may have gone. */
export interface ModLogRow {
  readonly modlogid: number;
  readonly dateline: number;
  readonly action: ModerationAct;
  readonly userid: number;
  readonly username: string;
  readonly nodeid: number;
  readonly channelid: number;
  readonly nodeuserid: number;
  readonly nodeauthorname: string;
  readonly nodetitle: string;
  readonly aboutid: number;
  readonly reason: string;
  readonly ipaddress: string;
}

/** The votes of one type for one node. */
export interface NodeVoteCount {
  readonly votetypeid: number;
  readonly votes: number;
  /** 1 when the caller has voted so. */
  readonly ivoted: number;
}

/** A video with the post that it is in. */
export interface MemberVideo extends VideoItem {
  /** The post. */
  readonly nodeid: number;
  /** Its topic. */
  readonly starter: number;
  /** The post's. */
  readonly title: string;
  /** Unix seconds. */
  readonly publishdate: number;
}

/** One reaction that members may give. */
export interface Reaction {
  readonly votetypeid: number;
  readonly label: string;
  /** The emoji as character references. */
  readonly emojihtml: string;
  readonly votegroupid: number;
  /** What it adds to the author's reputation: 1, 0 or -1. */
  readonly value: number;
  /** The URL of its picture; empty for the emoji alone. */
  readonly icon: string;
}

/** A reaction with what one post has got of it. */
export interface CountedReaction extends Reaction {
  readonly votes: number;
  /** 1 when the caller has given it. */
  readonly ivoted: number;
}

/** Who has voted. */
export interface Voter extends MemberAnswer {
  /** The name as HTML. */
  readonly musername: string;
  /** The same as `avatarpath`. */
  readonly avatarurl: string;
  readonly profileurl: string;
  readonly isadmin: boolean;
  /** Of the whole board or of a channel. */
  readonly ismoderator: boolean;
}

/** A page of search results. Counts are of what the caller may see now. */
export interface SearchPage {
  /** For getMoreResults and getMoreNodes; kept for an hour. */
  readonly resultId: number;
  readonly totalcount: number;
  /** The same, by its other name. */
  readonly totalRecords: number;
  readonly pagenumber: number;
  readonly perpage: number;
  readonly pagecount: number;
  /** Place of the page's first and last result, from 1 on; 0 on an empty page. */
  readonly from: number;
  readonly to: number;
  /** The search's `custom`, untouched. */
  readonly custom?: unknown;
}

/** A post, or a private message of the caller's own. */
export interface FoundContent extends FullContent {
  /** Of a private message, whether it has been read: 1 or 0. */
  readonly msgread?: number | undefined;
  /** Of a private message, the folder. */
  readonly folderid?: number | undefined;
  /** Of a private message: 1 in the trash. */
  readonly deleted?: number | undefined;
}

/** Yes or no: `1`, `true`, `yes`, `on`, or `0`, `false`, `no`, `off`; empty is no. */
export type SearchFlag = boolean | number | string;

/** An id, or several: in a list, or in a text with commas between. */
export type SearchIds = number | string | readonly (number | string)[];

/** A period (`lastDay`), a day (`2024-12-31`), a number of days, or Unix seconds. */
export type SearchDate = string | number;

/** What results may be sorted by. `last_post`, `user`, `replies` and `rank` are other names of four of them. */
export type SearchSort =
  'publishdate' | 'lastcontent' | 'last_post' | 'created' | 'started' | 'title' | 'author' | 'user' | 'textcount' | 'replies' | 'displayorder' | 'votes' | 'relevance' | 'rank';

export interface MemberStatistics {
  readonly members: number;
  readonly activemembers: number;
  readonly newuserid: number;
  readonly newusername: string;
}

/** A tag of the cloud. */
export interface CloudTag extends TagAnswer {
  /** How many of the newest tags are this one. */
  readonly count?: number;
  /** From 1 for the rarest. */
  readonly level?: number;
}

/** A tag of a topic. */
export interface NodeTag extends TagAnswer {
  /** Who gave it. */
  readonly userid: number;
}

export interface Suggestion {
  readonly title: string;
  readonly value: string;
  readonly id: number;
}

export interface MemberPaging {
  readonly currentpage: number;
  readonly perpage: number;
  /** At most 10,000, as many as can be paged through. */
  readonly totalcount: number;
  readonly totalpages: number;
}

export interface ProfileFieldValue {
  readonly fieldname: string;
  readonly title: string;
  readonly value: string;
}

/** A member on somebody's list. */
export interface Related {
  readonly userid: number;
  readonly username: string;
}

/** What a member may know of one of his sessions. */
export interface SessionTrace {
  readonly clientname: string;
  /** The address that it began from. */
  readonly host: string;
  /** Unix seconds. */
  readonly created: number;
  /** Unix seconds. */
  readonly lastactivity: number;
}

export interface LanguageOptions {
  /** True from left to right. */
  direction: boolean;
  dirmark: boolean;
}

export type WebhookDialect = "invision";

export type WebhookEvent = "member_create" | "forumsTopic_create" | "forumsTopicPost_create";

export type WebhookContentType = "application/json" | "application/x-www-form-urlencoded";

/** What a value may be. */
export interface TypeSummary {
  /**
   * `uint`, `int`, `string`, `boolean`, `file`; `struct` is a tree of named text, and `textOrStruct` that or a text.
   * The others say more: `oneOf` its `values`; `list`, `keyed` (a list whose keys are the caller's) and `orFalse` what
   * they are `of`; `fields` its `fields`.
   */
  readonly type: string;
  readonly values?: readonly string[] | undefined;
  readonly of?: TypeSummary | undefined;
  readonly fields?: readonly ParameterSummary[] | undefined;
}

/** What the content types have beside the text: each of them only for posts of its type. */
export type ContentDetails = Partial<PollContent> & Partial<VideoContent> & Partial<GalleryContent>;

/** Who edited a post last, when and why. */
export interface EditLog {
  readonly userid: number;
  readonly username: string;
  /** Unix seconds. */
  readonly dateline: number;
  readonly reason: string;
  /** How often it has been edited. */
  readonly edits: number;
}

export interface AuthorInfo {
  readonly userid: number;
  readonly username: string;
  readonly displayname: string;
  readonly usertitle: string;
  /** The title as HTML. */
  readonly rank: string;
  readonly usergroupid: number;
  readonly joindate: number;
  readonly posts: number;
  readonly reputation: number;
  /** The signature as safe HTML; missing without one. */
  readonly signature?: string | undefined;
}

/** What the caller may do with the node: 0 or 1. */
export interface NodePermissions {
  readonly canview: number;
  readonly canreply: number;
  readonly canedit: number;
  readonly candelete: number;
  readonly canmoderate: number;
}

/** A row of the table `node` as its viewers get it (vb-api §5.2); the author's address is not among it. */
export interface NodeRow {
  readonly nodeid: number;
  readonly parentid: number;
  readonly starter: number;
  readonly channelid: number;
  readonly contenttypeid: number;
  readonly userid: number;
  readonly authorname: string;
  readonly title: string;
  readonly htmltitle: string;
  readonly urlident: string;
  readonly description: string;
  readonly created: number;
  readonly publishdate: number;
  readonly unpublishdate: number;
  /** 1 while it waits for its `publishdate`: only its author and moderators see it. */
  readonly scheduled: number;
  readonly lastupdate: number;
  readonly approved: number;
  readonly showapproved: number;
  readonly showpublished: number;
  readonly open: number;
  readonly showopen: number;
  readonly inlist: number;
  readonly sticky: number;
  readonly featured: number;
  readonly protected: number;
  readonly viewperms: number;
  readonly nodeoptions: number;
  readonly displayorder: number;
  readonly votes: number;
  readonly textcount: number;
  readonly totalcount: number;
  readonly lastcontent: number;
  readonly lastcontentid: number;
  readonly lastcontentauthor: string;
  readonly lastauthorid: number;
  readonly prefixid: string;
  readonly iconid: number;
  readonly taglist: string;
  readonly setfor: number;
  readonly deleteuserid: number;
  readonly deletereason: string;
}

export type ModerationAct = "approve" | "unapprove" | "stick" | "unstick" | "open" | "close" | "feature" | "unfeature" | "softdelete" | "harddelete" | "undelete" | "move" | "copy" | "merge_topics" | "merge_posts" | "set_answer" | "unset_answer" | "set_options" | "key_add" | "key_update" | "key_rotate" | "key_revoke";

/** What a poll has beside its text. */
export interface PollContent {
  /** What is asked: the title of the post, unless the poll was added to a topic with a question of its own. */
  readonly question: string;
  readonly polloptions: readonly PollOption[];
  /** 1 when one may choose several options. */
  readonly multiple: number;
  /** 1 when everybody sees who has voted. */
  readonly public: number;
  /** When the poll closes, Unix seconds; 0 for never. */
  readonly timeout: number;
  /** 1 when nobody can vote any more. */
  readonly pollclosed: number;
  /** Of all options. */
  readonly votes: number;
  /** Those who have voted. */
  readonly voters: number;
  readonly lastvote: number;
  /** 1 when the caller has voted. */
  readonly voted: number;
  /** 1 when the caller may vote now. */
  readonly canvote: number;
}

/** What a post of videos has beside a link. */
export interface VideoContent extends LinkContent {
  readonly videoitems: readonly VideoItem[];
}

/** What a gallery has beside its text. */
export interface GalleryContent {
  /** How many pictures it has, whether the caller may get them or not. */
  readonly photocount: number;
  /** Its pictures in their order: those of its `attachments` that are photos; missing for a caller who may get none. */
  readonly photos?: readonly Attachment[] | undefined;
}

/** One choice of a poll. */
export interface PollOption {
  readonly polloptionid: number;
  readonly title: string;
  readonly votes: number;
  /** Of a hundred votes of the poll, to two places. */
  readonly percentage: number;
  /** 1 when the caller has chosen it. */
  readonly voted: number;
  /** The latest members to choose it; missing unless the poll is public. */
  readonly voters?: readonly PollVoter[] | undefined;
}

/** What a shared link has beside its text, and a post of videos, too. */
export interface LinkContent {
  readonly url: string;
  readonly url_title: string;
  /** What the page says of itself. */
  readonly meta: string;
  /** The picture that goes with a link, one of its `attachments`; missing without one. */
  readonly filedataid?: number | undefined;
  /** Where the picture can be fetched, small. */
  readonly thumburl?: string | undefined;
}

/** A member who has voted. */
export interface PollVoter {
  readonly userid: number;
  readonly username: string;
}
