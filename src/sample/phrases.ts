/** What members of made-up boards talk about, in several scripts, with emoji, right-to-left text and BBCode. */
export const topics: readonly string[] = [
  'Welcome to the board',
  'Which lens for street photography?',
  'Sourdough keeps collapsing 🍞',
  'Überraschung beim Straßenfest',
  'Où trouver un bon café à Lyon ? ☕',
  'Как выбрать велосипед для города',
  '日本語で話しましょう 🗾',
  '如何学习弹吉他',
  '한국 여행 추천 🇰🇷',
  'مرحبا بالجميع',
  'שלום לכולם',
  'Γεια σας από την Αθήνα',
  'हिंदी में बात करें',
  'สวัสดีครับทุกคน',
  'Night trains across Europe 🚆',
  'Tips & tricks for "quotes" <and> brackets',
  'Garden log: tomatoes, week by week 🍅',
  'Is RAW worth it?',
  'Keyboard layouts 👩🏽‍💻 for two languages',
  'Board games for five players 🎲',
];

export const sentences: readonly string[] = [
  'I tried it yesterday and was surprised how well it went.',
  'Does anybody know a [b]good[/b] guide for beginners?',
  'Das habe ich genauso erlebt, [i]leider[/i].',
  'Je suis tout à fait d’accord avec toi.',
  'Спасибо, это очень помогло! 🙏',
  'とても参考になりました。',
  '我觉得第一种方法更好。',
  '정말 좋은 생각이에요!',
  'شكرا جزيلا على المساعدة',
  'תודה רבה על התשובה',
  'See [url=https://example.org/guide]this page[/url] for the details.',
  'My list so far: [list][*]water[*]flour[*]salt[*]patience 😅[/list]',
  '[quote=alice]Start small.[/quote] That is the best advice in this topic.',
  'Try [code]npm run sandbox[/code] and look at the log.',
  'Nobody told me it would be this loud 😱',
  'I have been doing this for ten years and still learn something each week.',
  'Does that work on older phones as well?',
  '[spoiler]It was the neighbour’s cat.[/spoiler]',
  'Photos tomorrow, when the light is better 📷',
  'In short: yes. In long: it depends on the weather.',
];

export const names: readonly string[] = [
  ...[
    'Åsa',
    'Björn',
    'Chloé',
    'Dmitri',
    'Eleni',
    'Farid',
    'Giulia',
    'Hanako',
    'Igor',
    'Jana',
    'Kofi',
  ],
  ...['Lars', 'Mei', 'Noor', 'Olga', 'Pedro', 'Quentin', 'Rosa', 'Søren', 'Tomás', 'Uma', 'Viktor'],
  ...['Wanjiru', 'Ximena', 'Yusuf', 'Zoë', '太郎', '민준', 'Ольга', 'سارة'],
];

export interface SampleChannel {
  readonly title: string;
  readonly description: string;
  readonly category?: boolean;
  /** Only administrators and moderators enter. */
  readonly staffOnly?: boolean;
  readonly channels?: readonly SampleChannel[];
}

export const channels: readonly SampleChannel[] = [
  {
    title: 'Community',
    description: 'Around the board',
    category: true,
    channels: [
      { title: 'News', description: 'What is new' },
      {
        title: 'Everyday life',
        description: 'Anything goes ☀️',
        channels: [
          { title: 'Cooking 🍳', description: 'Recipes and disasters' },
          {
            title: 'Travel',
            description: 'By train, boat and foot',
            channels: [{ title: 'Night trains', description: 'Sleeping on rails' }],
          },
        ],
      },
      { title: 'Staff room', description: 'For the team', staffOnly: true },
    ],
  },
  {
    title: 'Languages',
    description: 'Every script is welcome',
    category: true,
    channels: [
      { title: 'Deutsch', description: 'Auf Deutsch' },
      { title: '日本語', description: '日本語の話題' },
      { title: 'العربية', description: 'بالعربية' },
      { title: 'Русский', description: 'По-русски' },
    ],
  },
];
