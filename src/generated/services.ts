// Written by `npm run reference` from src/services: change it there.
import { ApiService } from '../services/api.ts';
import { ContentAttachService } from '../services/content_attach.ts';
import { ContentChannelService } from '../services/content_channel.ts';
import { ContentGalleryService } from '../services/content_gallery.ts';
import { ContentLinkService } from '../services/content_link.ts';
import { ContentPhotoService } from '../services/content_photo.ts';
import { ContentPollService } from '../services/content_poll.ts';
import { ContentPrivatemessageService } from '../services/content_privatemessage.ts';
import { ContentReportService } from '../services/content_report.ts';
import { ContentTextService } from '../services/content_text.ts';
import { ContentVideoService } from '../services/content_video.ts';
import { ContenttypeService } from '../services/contenttype.ts';
import { FiledataService } from '../services/filedata.ts';
import { FollowService } from '../services/follow.ts';
import { HvService } from '../services/hv.ts';
import { LanguageService } from '../services/language.ts';
import { NodeService } from '../services/node.ts';
import { NodevoteService } from '../services/nodevote.ts';
import { NotificationService } from '../services/notification.ts';
import { OptionsService } from '../services/options.ts';
import { PhraseService } from '../services/phrase.ts';
import { ProfileService } from '../services/profile.ts';
import { ReactionsService } from '../services/reactions.ts';
import { ReputationService } from '../services/reputation.ts';
import { SearchService } from '../services/search.ts';
import { SiteService } from '../services/site.ts';
import { TagsService } from '../services/tags.ts';
import { UserService } from '../services/user.ts';
import { UsergroupService } from '../services/usergroup.ts';
import { WolService } from '../services/wol.ts';

export const services = {
  api: ApiService,
  content_attach: ContentAttachService,
  content_channel: ContentChannelService,
  content_gallery: ContentGalleryService,
  content_link: ContentLinkService,
  content_photo: ContentPhotoService,
  content_poll: ContentPollService,
  content_privatemessage: ContentPrivatemessageService,
  content_report: ContentReportService,
  content_text: ContentTextService,
  content_video: ContentVideoService,
  contenttype: ContenttypeService,
  filedata: FiledataService,
  follow: FollowService,
  hv: HvService,
  language: LanguageService,
  node: NodeService,
  nodevote: NodevoteService,
  notification: NotificationService,
  options: OptionsService,
  phrase: PhraseService,
  profile: ProfileService,
  reactions: ReactionsService,
  reputation: ReputationService,
  search: SearchService,
  site: SiteService,
  tags: TagsService,
  user: UserService,
  usergroup: UsergroupService,
  wol: WolService,
} as const;
