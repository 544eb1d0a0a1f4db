// Written by `npm run reference` from src/services: change it there.
import { ApiService } from '../services/api.ts';
import { ApikeyService } from '../services/apikey.ts';
import { GenericContentService } from '../services/content.ts';
import { ContentAttachService } from '../services/content/attach.ts';
import { ContentChannelService } from '../services/content/channel.ts';
import { ContentGalleryService } from '../services/content/gallery.ts';
import { ContentLinkService } from '../services/content/link.ts';
import { ContentPhotoService } from '../services/content/photo.ts';
import { ContentPollService } from '../services/content/poll.ts';
import { MessageCounts } from '../services/content/privatemessage/counts.ts';
import { MessageFolders } from '../services/content/privatemessage/folders.ts';
import { MessageKeeping } from '../services/content/privatemessage/keep.ts';
import { MessageLists } from '../services/content/privatemessage/lists.ts';
import { MessageReading } from '../services/content/privatemessage/read.ts';
import { MessageRequests } from '../services/content/privatemessage/requests.ts';
import { MessageSending } from '../services/content/privatemessage/send.ts';
import { ContentReportService } from '../services/content/report.ts';
import { PostHistory } from '../services/content/text/history.ts';
import { ContentTextService } from '../services/content/text/posts.ts';
import { ContentVideoService } from '../services/content/video.ts';
import { ContenttypeService } from '../services/contenttype.ts';
import { FiledataService } from '../services/filedata.ts';
import { FollowListsService } from '../services/follow/lists.ts';
import { FollowStatusService } from '../services/follow/status.ts';
import { FollowService } from '../services/follow/subscribe.ts';
import { HvService } from '../services/hv.ts';
import { LanguageService } from '../services/language.ts';
import { NodeAnswers } from '../services/node/answers.ts';
import { NodeApproval } from '../services/node/approve.ts';
import { NodeAttachments } from '../services/node/attachments.ts';
import { NodeChannels } from '../services/node/channels.ts';
import { NodeCopying } from '../services/node/copy.ts';
import { NodeFiltered } from '../services/node/filtered.ts';
import { NodeLists } from '../services/node/lists.ts';
import { NodeMarks } from '../services/node/marks.ts';
import { NodeMerging } from '../services/node/merge.ts';
import { NodeModeration } from '../services/node/moderate.ts';
import { NodeMoving } from '../services/node/move.ts';
import { NodeReading } from '../services/node/read.ts';
import { NodeSpam } from '../services/node/spam.ts';
import { NodeStaff } from '../services/node/staff.ts';
import { NodevoteService } from '../services/nodevote.ts';
import { NotificationService } from '../services/notification.ts';
import { OptionsService } from '../services/options.ts';
import { PhraseService } from '../services/phrase.ts';
import { PosthistoryService } from '../services/posthistory.ts';
import { ProfileAvatarService } from '../services/profile/avatar.ts';
import { ProfileMediaService } from '../services/profile/media.ts';
import { ReactionsService } from '../services/reactions.ts';
import { ReputationService } from '../services/reputation.ts';
import { RouteService } from '../services/route.ts';
import { SearchService } from '../services/search/results.ts';
import { SearchableService } from '../services/search/searchable.ts';
import { SearchTopicsService } from '../services/search/topics.ts';
import { SiteService } from '../services/site.ts';
import { TagsBoardService } from '../services/tags/board.ts';
import { TagsService } from '../services/tags/topic.ts';
import { UserActivationService } from '../services/user/activation.ts';
import { UserAvatarService } from '../services/user/avatar.ts';
import { UserDirectoryService } from '../services/user/directory.ts';
import { UserMfaService } from '../services/user/mfa.ts';
import { UserProfileService } from '../services/user/profile.ts';
import { UserRecordsService } from '../services/user/records.ts';
import { UserRightsService } from '../services/user/rights.ts';
import { UserSaveService } from '../services/user/save.ts';
import { UserSessionService } from '../services/user/session.ts';
import { UserSignatureService } from '../services/user/signature.ts';
import { UsergroupService } from '../services/usergroup.ts';
import { UserrankService } from '../services/userrank.ts';
import { WebhookService } from '../services/webhook.ts';
import { WolService } from '../services/wol.ts';

export const services = {
  api: [ApiService],
  apikey: [ApikeyService],
  content: [GenericContentService],
  content_attach: [ContentAttachService],
  content_channel: [ContentChannelService],
  content_gallery: [ContentGalleryService],
  content_link: [ContentLinkService],
  content_photo: [ContentPhotoService],
  content_poll: [ContentPollService],
  content_privatemessage: [MessageCounts, MessageFolders, MessageKeeping, MessageLists, MessageReading, MessageRequests, MessageSending],
  content_report: [ContentReportService],
  content_text: [PostHistory, ContentTextService],
  content_video: [ContentVideoService],
  contenttype: [ContenttypeService],
  filedata: [FiledataService],
  follow: [FollowListsService, FollowStatusService, FollowService],
  hv: [HvService],
  language: [LanguageService],
  node: [NodeAnswers, NodeApproval, NodeAttachments, NodeChannels, NodeCopying, NodeFiltered, NodeLists, NodeMarks, NodeMerging, NodeModeration, NodeMoving, NodeReading, NodeSpam, NodeStaff],
  nodevote: [NodevoteService],
  notification: [NotificationService],
  options: [OptionsService],
  phrase: [PhraseService],
  posthistory: [PosthistoryService],
  profile: [ProfileAvatarService, ProfileMediaService],
  reactions: [ReactionsService],
  reputation: [ReputationService],
  route: [RouteService],
  search: [SearchService, SearchableService, SearchTopicsService],
  site: [SiteService],
  tags: [TagsBoardService, TagsService],
  user: [UserActivationService, UserAvatarService, UserDirectoryService, UserMfaService, UserProfileService, UserRecordsService, UserRightsService, UserSaveService, UserSessionService, UserSignatureService],
  usergroup: [UsergroupService],
  userrank: [UserrankService],
  webhook: [WebhookService],
  wol: [WolService],
} as const;
