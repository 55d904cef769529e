/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/zb-error.h"
#include "core/zb-hanzi.h"
#include "core/zb-name.h"

#include <string.h>

/* Characters in 通用规范汉字表, and where its levels begin. */
enum { N_LISTED = 8105 };
static const guint level_starts[] = { 1, 3501, 6501 };

typedef gsize (*ZbKeyFunc) (const char *name,
                            guint8     *out);

static gsize
surname_key (const char *name,
             guint8     *out)
{
  return zb_hanzi_stroke_key (name, ZB_STROKE_SURNAME, out, ZB_HANZI_KEY_MAX);
}

static gsize
name_key (const char *name,
          guint8     *out)
{
  return zb_hanzi_stroke_key (name, ZB_STROKE_NAME, out, ZB_HANZI_KEY_MAX);
}

static gsize
pinyin_key (const char *name,
            guint8     *out)
{
  return zb_hanzi_pinyin_key (name, NULL, out, ZB_HANZI_KEY_MAX);
}

static guint64
prefix_of (ZbKeyFunc   key,
           const char *name)
{
  if (key == surname_key)
    return zb_hanzi_stroke_prefix (name, ZB_STROKE_SURNAME);
  return key == name_key ? zb_hanzi_stroke_prefix (name, ZB_STROKE_NAME)
                         : zb_hanzi_pinyin_prefix (name, NULL);
}

static int
compare_names (ZbKeyFunc   key,
               const char *a,
               const char *b)
{
  guint8 key_a[ZB_HANZI_KEY_MAX], key_b[ZB_HANZI_KEY_MAX];
  gsize size_a = key (a, key_a), size_b = key (b, key_b);
  int order = memcmp (key_a, key_b, MIN (size_a, size_b));

  return order != 0 ? order : size_a < size_b ? -1 : size_a > size_b;
}

/* Every name of a list stands before all that follow, by key and (not after) by number. */
static void
assert_order (ZbKeyFunc   key,
              const char *list)
{
  g_auto(GStrv) names = g_strsplit (list, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    for (guint j = i + 1; names[j] != NULL; j++)
      {
        if (compare_names (key, names[i], names[j]) >= 0)
          g_error ("%s does not stand before %s", names[i], names[j]);
        g_assert_cmpint (compare_names (key, names[j], names[i]), >, 0);
        g_assert_cmpuint (prefix_of (key, names[i]), <=, prefix_of (key, names[j]));
      }
}

/* Strokes */

static void
test_surnames (void)
{
  /* The examples of the rules for lists in the order of strokes. */
  assert_order (surname_key,
                "丁 于 万 子 马 王 毛 文 方 尹 孔 邓 古 左 厉 石 龙 卢 叶 田 史 白 包 冯 吕 朱 刘 许 "
                "孙 李 杨 吴 何 余 应 汪 沈 宋 张 陈 林 欧 罗 金 周 郑 赵 胡 钟 俞 施 骆 徐 高 郭 陶 "
                "黄 龚 蒋 傅 童 楼 鲍 蔡");
  /* As surnames follow each other in printed lists of congresses. */
  assert_order (surname_key,
                "丁 于 万 习 马 王 韦 尹 孔 邓 石 卢 叶 田 史 白 包 冯 邢 吉 毕 曲 吕 刘 齐 江 许 孙 "
                "苏 杜 李 杨 肖 吴 何 邹 汪 沈 宋 张 陆 陈 邵 武 苗 范 林 易 罗 金 周 郑 孟 赵 胡 信 "
                "侯 姜 骆 袁 铁 倪 徐 殷 高 郭 唐 黄 曹 龚 盛 崔 梁 董 蒋 韩 景 程 傅 谢 蓝 雷 蔡 廖 "
                "谭 翟 黎 潘 穆 戴 魏");
}

static void
test_names (void)
{
  assert_order (surname_key,
                "丁小宁 于洋 万里 马超 王伟 王一鸣 文静 田富 田大利 李一鸣 李大鸣 林芳 欧芳 欧阳少东 "
                "洪少东 高富 高大富");
  assert_order (name_key,
                "丁小宁 于洋 万里 马超 王一鸣 王伟 文静 田大利 田富 李一鸣 李大鸣 林芳 欧阳少东 欧芳 "
                "洪少东 高大富 高富");
}

static void
assert_strokes (const char *character,
                guint       count,
                const char *sequence)
{
  gunichar c = g_utf8_get_char (character);
  g_autofree char *found = zb_hanzi_stroke_sequence (c);

  g_assert_true (zb_hanzi_has_strokes (c));
  g_assert_cmpuint (zb_hanzi_stroke_count (c), ==, count);
  g_assert_cmpstr (found, ==, sequence);
}

static void
test_sequences (void)
{
  /* Counted by hand: mainland shapes where other regions write otherwise. */
  assert_strokes ("一", 1, "1");
  assert_strokes ("乙", 1, "5");
  assert_strokes ("王", 4, "1121");
  assert_strokes ("孔", 4, "5215");
  assert_strokes ("万", 3, "153");
  assert_strokes ("陈", 7, "5215234");
  assert_strokes ("差", 9, "431113121");
  assert_strokes ("骨", 9, "255452511");
  assert_strokes ("范", 8, "12244155");
  assert_strokes ("德", 15, "332122522114544");
  assert_strokes ("氵", 3, "441");
}

static void
test_rare (void)
{
  assert_strokes ("䶮", 9, "135341134");
  assert_strokes ("㛃", 9, "111253531");
  assert_strokes ("龑", 20, "41431251115151111134");
  assert_strokes ("𠅤", 11, "41251214544");
  assert_strokes ("𤧛", 13, "1121414345252");
  assert_strokes ("𬣙", 5, "45112");
  assert_strokes ("𫇭", 7, "1224354");
  /* A compatibility ideograph is the character itself. */
  assert_strokes ("\357\244\234", 7, "3543524");
}

static void
test_outside (void)
{
  /* U+30000 is known by its number of strokes only, U+323AF and U+2FFFF not at all. */
  g_assert_false (zb_hanzi_has_strokes (0x30000));
  g_assert_cmpuint (zb_hanzi_stroke_count (0x30000), >, 0);
  g_assert_null (zb_hanzi_stroke_sequence (0x30000));
  for (gunichar c = 0x2fffe; c <= 0x2ffff; c++)
    {
      g_assert_cmpuint (zb_hanzi_stroke_count (c), ==, 0);
      g_assert_null (zb_hanzi_stroke_sequence (c));
    }
  g_assert_cmpuint (zb_hanzi_stroke_count (0), ==, 0);
  g_assert_cmpuint (zb_hanzi_stroke_count ('A'), ==, 0);
  g_assert_cmpuint (zb_hanzi_stroke_count (0x10ffff), ==, 0);
  g_assert_cmpuint (zb_hanzi_stroke_count (G_MAXUINT32), ==, 0);
  g_assert_true (zb_hanzi_is_han (0x4e00));
  g_assert_true (zb_hanzi_is_han (0x30000));
  g_assert_false (zb_hanzi_is_han ('A'));
  g_assert_false (zb_hanzi_is_han (0x3042));

  /* Known characters, then letters; a letter's case says nothing. */
  assert_order (surname_key, "王一 龑一 Anna Bob");
  g_assert_cmpint (compare_names (surname_key, "ANNA", "anna"), ==, 0);
}

/* The characters that 通用规范汉字表 prints, in its order. */
static GPtrArray *
read_listed (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ZB_SOURCEDIR"), "data", "hanzi", "strokes.txt", NULL);
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *listed = g_ptr_array_new_full (N_LISTED, g_free);
  const char *end;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (listed, N_LISTED);
  /* Not g_strsplit() of the whole: the checks of the sanitizer measure the rest of the string at every line. */
  for (const char *start = contents; (end = memchr (start, '\n', contents + length - start)) != NULL; start = end + 1)
    {
      g_autofree char *line = g_strndup (start, end - start);
      g_auto(GStrv) fields = g_strsplit (line, "\t", -1);

      if (line[0] != '#' && g_strv_length (fields) == 3)
        {
          guint place = (guint) g_ascii_strtoull (fields[2], NULL, 10);

          g_assert_cmpuint (place, >=, 1);
          g_assert_cmpuint (place, <=, N_LISTED);
          g_assert_null (listed->pdata[place - 1]);
          listed->pdata[place - 1] = g_strdup (fields[0]);
        }
    }
  return listed;
}

static void
test_standard (void)
{
  g_autoptr(GPtrArray) listed = NULL;

  if (g_getenv ("ZB_SOURCEDIR") == NULL)
    {
      g_test_skip ("The folder of the sources is not told");
      return;
    }
  listed = read_listed ();
  for (guint i = 0; i < N_LISTED; i++)
    {
      const char *character = listed->pdata[i];
      g_autofree char *reading = NULL;
      gboolean is_first = FALSE;

      g_assert_nonnull (character);
      g_assert_true (zb_hanzi_has_strokes (g_utf8_get_char (character)));
      reading = zb_hanzi_pinyin (character);
      g_assert_true (g_ascii_islower (reading[0]));

      for (guint level = 0; level < G_N_ELEMENTS (level_starts); level++)
        is_first = is_first || level_starts[level] == i + 1;
      /* 鄜 is printed before 麀, with one stroke more behind the same beginning. */
      if (!is_first && strcmp (character, "麀") != 0)
        if (compare_names (name_key, listed->pdata[i - 1], character) >= 0)
          g_error ("%s does not stand before %s", (char *) listed->pdata[i - 1], character);
    }
}

static void
test_key_shape (void)
{
  guint8 key[ZB_HANZI_KEY_MAX], shorter[ZB_HANZI_KEY_MAX];
  g_autoptr(GString) name = g_string_new (NULL);

  g_assert_cmpuint (zb_hanzi_stroke_key (NULL, ZB_STROKE_NAME, key, sizeof key), ==, 0);
  g_assert_cmpuint (zb_hanzi_stroke_key ("", ZB_STROKE_SURNAME, key, sizeof key), ==, 0);
  g_assert_cmpuint (zb_hanzi_stroke_key (" · ", ZB_STROKE_SURNAME, key, sizeof key), ==, 0);
  g_assert_cmpuint (zb_hanzi_stroke_key ("张三", ZB_STROKE_NAME, NULL, 0), ==, 0);
  g_assert_cmpuint (zb_hanzi_stroke_prefix (NULL, ZB_STROKE_NAME), ==, 0);
  g_assert_cmpuint (zb_hanzi_stroke_key ("张三", ZB_STROKE_NAME, key, sizeof key), ==, 4);
  g_assert_cmpuint (zb_hanzi_stroke_key ("张三", ZB_STROKE_SURNAME, key, sizeof key), ==, 6);
  g_assert_cmpint (compare_names (surname_key, "张　三", "张三"), ==, 0);
  g_assert_cmpint (compare_names (surname_key, "买买提·艾山", "买买提艾山"), ==, 0);

  for (guint i = 0; i < 10000; i++)
    g_string_append (name, i % 2 == 0 ? "张" : "𤧛");
  for (gsize size = 0; size <= sizeof key; size++)
    {
      gsize used = zb_hanzi_stroke_key (name->str, ZB_STROKE_SURNAME, shorter, size);

      g_assert_cmpuint (used, <=, size);
      g_assert_cmpuint (used % 2, ==, 0);
      g_assert_cmpuint (zb_hanzi_pinyin_key (name->str, NULL, shorter, size), <=, size);
    }
  g_assert_cmpuint (zb_hanzi_stroke_key (name->str, ZB_STROKE_NAME, key, sizeof key), >, 100);
  memset (shorter, 0xaa, sizeof shorter);
  zb_hanzi_stroke_key (name->str, ZB_STROKE_NAME, shorter, 7);
  g_assert_cmpmem (shorter, 6, key, 6);
  g_assert_cmpuint (shorter[6], ==, 0xaa);
}

/* What is no UTF-8 does not stop anything and reads nothing behind the end. */
static void
test_damaged (void)
{
  const char *const bad[] = { "\xff", "\xe5\xbc", "\xe5", "张\xe5\xbc", "\xed\xa0\x80", "\xf0\xa0",
                              "\xc0\x80", "\xe5\x20\xa0", "\xf8\x88\x80\x80\x80", "张\x80三" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      guint8 key[ZB_HANZI_KEY_MAX];
      g_autofree char *copy = g_strdup (bad[i]);      /* on the heap, so that a checker sees more */
      g_autofree char *pinyin = zb_hanzi_pinyin (copy);
      g_autofree char *text = zb_hanzi_pinyin_text (copy);
      g_autofree char *readings = zb_hanzi_search_readings (copy, copy);
      g_autofree char *initials = zb_hanzi_initials (copy);
      g_autofree char *print = zb_name_for_print (copy);
      g_autofree char *clean = zb_name_normalize (copy);
      g_auto(GStrv) tokens = zb_hanzi_tokens (copy);

      g_assert_true (g_utf8_validate (pinyin, -1, NULL));
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_true (g_utf8_validate (readings, -1, NULL));
      g_assert_null (clean);
      g_assert_false (zb_name_check (copy, NULL));
      zb_hanzi_stroke_key (copy, ZB_STROKE_SURNAME, key, sizeof key);
      zb_hanzi_pinyin_key (copy, copy, key, sizeof key);
    }
}

/* Readings */

static void
assert_pinyin (const char *name,
               const char *expected)
{
  g_autofree char *pinyin = zb_hanzi_pinyin (name);

  g_assert_cmpstr (pinyin, ==, expected);
}

static void
test_surname_readings (void)
{
  static const char *const pairs[][2] = {
    { "单", "shan" }, { "曾", "zeng" }, { "解", "xie" }, { "仇", "qiu" }, { "区", "ou" },
    { "查", "zha" }, { "乐", "yue" }, { "朴", "piao" }, { "盖", "ge" }, { "任", "ren" },
    { "纪", "ji" }, { "华", "hua" }, { "翟", "zhai" }, { "员", "yun" }, { "召", "shao" },
    { "缪", "miao" }, { "覃", "qin" }, { "燕", "yan" }, { "葛", "ge" }, { "种", "chong" },
    { "折", "she" }, { "那", "na" }, { "黑", "he" }, { "少", "shao" }, { "秘", "bi" },
    { "繁", "po" }, { "洗", "xian" }, { "冼", "xian" }, { "郗", "xi" }, { "晁", "chao" },
    { "逄", "pang" }, { "盛", "sheng" }, { "吕", "lv" }, { "长孙", "zhang sun" },
    { "尉迟", "yu chi" }, { "万俟", "mo qi" }, { "令狐", "ling hu" }, { "澹台", "tan tai" },
    { "欧阳", "ou yang" }, { "司马", "si ma" }, { "上官", "shang guan" }, { "乐正", "yue zheng" },
    { "宰父", "zai fu" }, { "亓官", "qi guan" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *name = g_strconcat (pairs[i][0], "国栋", NULL);
      g_autofree char *expected = g_strconcat (pairs[i][1], " guo dong", NULL);

      assert_pinyin (name, expected);
    }
}

static void
test_pinyin (void)
{
  assert_pinyin (NULL, "");
  assert_pinyin ("", "");
  assert_pinyin ("单", "dan");
  assert_pinyin ("张三", "zhang san");
  assert_pinyin ("张　三", "zhang san");
  assert_pinyin ("李单", "li dan");
  assert_pinyin ("吕绿", "lv lv");
  assert_pinyin ("阿不都·热合曼", "a bu du re he man");
  assert_pinyin ("单增·曲扎", "dan zeng qu zha");
  assert_pinyin ("John Smith", "john smith");
  assert_pinyin ("李Anna2", "li anna2");
}

static void
test_pinyin_text (void)
{
  static const char *const pairs[][2] = {
    { NULL, "" }, { "", "" }, { "单晓", "dan xiao" }, { "第一党支部", "di yi dang zhi bu" },
    { "建设银行重庆分行", "jian she yin hang chong qing fen hang" },
    { "组长、会计（A座）", "zu zhang kuai ji a zuo" }, { "长", "chang" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *pinyin = zb_hanzi_pinyin_text (pairs[i][0]);

      g_assert_cmpstr (pinyin, ==, pairs[i][1]);
    }
}

static void
test_initials (void)
{
  static const char *const pairs[][2] = {
    { NULL, "" }, { "", "" }, { "ou yang shao dong", "oysd" }, { "zhang", "z" },
    { "  xi'an  Li ", "xal" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *initials = zb_hanzi_initials (pairs[i][0]);

      g_assert_cmpstr (initials, ==, pairs[i][1]);
    }
}

static void
assert_readings (const char *name,
                 const char *reading,
                 const char *expected)
{
  g_autofree char *readings = zb_hanzi_search_readings (name, reading);

  g_assert_cmpstr (readings, ==, expected);
}

static void
test_search_readings (void)
{
  g_autoptr(GString) name = g_string_new (NULL);
  g_autofree char *readings = NULL;
  g_auto(GStrv) words = NULL;

  assert_readings (NULL, NULL, "");
  assert_readings ("", "", "");
  assert_readings ("单晓", NULL, "shanxiao|sx|danxiao|dx");
  assert_readings ("单晓", "", "shanxiao|sx|danxiao|dx");
  assert_readings ("张三", NULL, "zhangsan|zs");
  assert_readings ("曾文", NULL, "zengwen|zw|cengwen|cw");
  assert_readings ("覃文", NULL, "qinwen|qw|tanwen|tw");
  assert_readings ("尉迟文", NULL, "yuchiwen|ycw|weichiwen|wcw");
  assert_readings ("任乐", NULL, "renle|rl|renyue|ry");
  assert_readings ("买买提·艾山", NULL, "maimaitiaishan|mmtas");
  assert_readings ("Anna Li", NULL, "annali|al");
  assert_readings ("吕绿", NULL, "lvlv|ll");

  /* A given reading comes first; what guesses remain is how anyone reads the characters. */
  assert_readings ("单晓", "chan xiao", "chanxiao|cx|danxiao|dx");
  assert_readings ("覃文", "Tán Wén", "tanwen|tw|qinwen|qw");
  assert_readings ("吕绿", "lǚ lù", "lvlu|ll|lvlv");

  for (guint i = 0; i < 40; i++)
    g_string_append (name, "乐");
  readings = zb_hanzi_search_readings (name->str, NULL);
  words = g_strsplit (readings, "|", -1);
  g_assert_cmpuint (g_strv_length (words), <=, 16);
}

static void
test_pinyin_order (void)
{
  /* Letters, then tones, then strokes; a surname by its own reading. */
  assert_order (pinyin_key, "安 白 包 蔡 陈 丁 区伟 欧阳 任 单晓 王 曾 查理 张 Anna");
  assert_order (pinyin_key, "黎明 李明 历明");
  assert_order (pinyin_key, "李明 李明明 李宁");
  assert_order (pinyin_key, "蔡伟 曹伟 曾伟 朱伟");
  assert_order (pinyin_key, "萨文 山文 单文 沈文");
  /* In the middle of a name and in a minority name it is read plainly. */
  g_assert_cmpint (compare_names (pinyin_key, "单增·曲扎", "达瓦"), >, 0);
  g_assert_cmpint (compare_names (pinyin_key, "单增·曲扎", "德吉"), <, 0);
}

static void
test_pinyin_key_given (void)
{
  guint8 own[ZB_HANZI_KEY_MAX], told[ZB_HANZI_KEY_MAX];
  gsize size = zb_hanzi_pinyin_key ("单晓", NULL, own, sizeof own);

  /* The reading that is guessed anyway changes nothing, however it is written. */
  g_assert_cmpmem (own, size, told, zb_hanzi_pinyin_key ("单晓", "shan xiao", told, sizeof told));
  g_assert_cmpmem (own, size, told, zb_hanzi_pinyin_key ("单晓", "ShanXiao", told, sizeof told));
  g_assert_cmpmem (own, size, told, zb_hanzi_pinyin_key ("单晓", "shan4xiao3", told, sizeof told));
  g_assert_cmpmem (own, size, told, zb_hanzi_pinyin_key ("单晓", "shàn xiǎo", told, sizeof told));
  /* Nor does one that does not fit. */
  g_assert_cmpmem (own, size, told, zb_hanzi_pinyin_key ("单晓", "shan", told, sizeof told));
  g_assert_cmpmem (own, size, told, zb_hanzi_pinyin_key ("单晓", "shan x", told, sizeof told));
  g_assert_cmpmem (own, size, told, zb_hanzi_pinyin_key ("单晓", "单晓", told, sizeof told));

  g_assert_cmpuint (zb_hanzi_pinyin_prefix ("单晓", "dan xiao"), <,
                    zb_hanzi_pinyin_prefix ("董文", NULL));
  g_assert_cmpuint (zb_hanzi_pinyin_prefix ("覃文", "tan wen"), >,
                    zb_hanzi_pinyin_prefix ("孙文", NULL));
  g_assert_cmpuint (zb_hanzi_pinyin_prefix ("覃文", "tan wen"), <,
                    zb_hanzi_pinyin_prefix ("陶文", NULL));
  /* A reading that nobody knows of stands at the end of its syllable. */
  g_assert_cmpuint (zb_hanzi_pinyin_prefix ("王文", "li wen"), >,
                    zb_hanzi_pinyin_prefix ("历文", NULL));
  g_assert_cmpuint (zb_hanzi_pinyin_prefix ("王文", "li wen"), <,
                    zb_hanzi_pinyin_prefix ("连文", NULL));
}

static void
test_pinyin_given_hostile (void)
{
  guint8 own[ZB_HANZI_KEY_MAX], told[ZB_HANZI_KEY_MAX];
  g_autoptr(GString) reading = g_string_new (NULL);
  gsize size = zb_hanzi_pinyin_key ("单晓", NULL, own, sizeof own);

  /* Letters that can be cut in very many ways, none of which is right in the end. */
  for (guint i = 0; i < 30; i++)
    g_string_append (reading, "an");
  g_string_append (reading, "x");
  g_assert_cmpmem (own, size, told, zb_hanzi_pinyin_key ("单晓", reading->str, told, sizeof told));
  for (guint i = 0; i < 100000; i++)
    g_string_append (reading, "an ");
  g_assert_cmpmem (own, size, told, zb_hanzi_pinyin_key ("单晓", reading->str, told, sizeof told));
}

/* Words of a text */

static void
assert_tokens (const char *text,
               const char *expected)
{
  g_auto(GStrv) tokens = zb_hanzi_tokens (text);
  g_autofree char *joined = g_strjoinv ("/", tokens);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_tokens (void)
{
  assert_tokens (NULL, "");
  assert_tokens ("", "");
  assert_tokens ("，。 ", "");
  assert_tokens ("学习贯彻，Party 2024年", "学/习/贯/彻/party/2024/年");
  assert_tokens ("ＡＢ１２ ab-CD", "ab12/ab/cd");
  assert_tokens ("𠮷田𤧛", "𠮷/田/𤧛");
  assert_tokens ("e\314\201té", "e\314\201té");
}

/* Names */

static void
assert_clean (const char *raw,
              const char *expected)
{
  g_autofree char *clean = zb_name_normalize (raw);
  g_autofree char *again = zb_name_normalize (clean);

  g_assert_cmpstr (clean, ==, expected);
  g_assert_cmpstr (again, ==, clean != NULL ? clean : "");
}

static void
test_normalize (void)
{
  assert_clean (NULL, "");
  assert_clean ("", "");
  assert_clean (" \t　\n", "");
  assert_clean ("张三", "张三");
  assert_clean (" 张　三\r\n", "张三");
  assert_clean ("张 小 三", "张小三");
  assert_clean ("\357\273\277张\342\200\213三", "张三");
  assert_clean ("阿不都•热合曼", "阿不都·热合曼");
  assert_clean ("阿不都 ・ 热合曼", "阿不都·热合曼");
  assert_clean ("阿不都‧热合曼", "阿不都·热合曼");
  assert_clean ("阿不都.热合曼", "阿不都·热合曼");
  assert_clean ("阿不都．热合曼", "阿不都·热合曼");
  assert_clean ("阿不都··热合曼", "阿不都·热合曼");
  assert_clean ("John  R. Smith", "John R. Smith");
  assert_clean ("Ｊｏｈｎ", "John");
  assert_clean ("⼤⼭", "大山");
  assert_clean ("张\001三", NULL);
  assert_clean ("张\302\205三", NULL);
  assert_clean ("张\177三", NULL);
}

static void
test_check (void)
{
  static const char *const bad[] = { NULL, "", " ", "　", "张\n三", "张\001三", "\302\201" };
  g_autoptr(GString) name = g_string_new (NULL);

  g_assert_true (zb_name_check ("张三", NULL));
  g_assert_true (zb_name_check ("阿不都·热合曼", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (zb_name_check (bad[i], &error));
      g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_NAME);
    }
  for (guint i = 0; i < ZB_NAME_MAX_CHARS; i++)
    g_string_append (name, "𠮷");
  g_assert_true (zb_name_check (name->str, NULL));
  g_string_append (name, "三");
  g_assert_false (zb_name_check (name->str, NULL));
}

static void
test_for_print (void)
{
  static const char *const pairs[][2] = {
    { NULL, "" }, { "", "" }, { "张", "张" }, { "张三", "张　三" }, { "张小三", "张小三" },
    { "𠮷三", "𠮷　三" }, { "李A", "李A" }, { "Li", "Li" }, { "张　三", "张　三" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *print = zb_name_for_print (pairs[i][0]);

      g_assert_cmpstr (print, ==, pairs[i][1]);
    }
}

/* Nobody is called so, but the beginning of a text of any length is read, and then another into the same memory. */
static void
test_long_readings (void)
{
  g_autoptr(GString) name = g_string_new (NULL);
  g_autoptr(GString) readings = g_string_new ("left over");

  for (guint i = 0; i < 1000; i++)
    g_string_append (name, "张");
  zb_hanzi_put_marked_readings (readings, name->str, NULL);
  g_assert_true (g_str_has_prefix (readings->str, "ZhangZhangZhangZhang"));
  zb_hanzi_put_marked_readings (readings, "张三", NULL);
  g_assert_cmpstr (readings->str, ==, "ZhangSan|ZS");
  zb_hanzi_put_marked_readings (readings, NULL, NULL);
  g_assert_cmpstr (readings->str, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hanzi/strokes/surnames", test_surnames);
  g_test_add_func ("/hanzi/strokes/names", test_names);
  g_test_add_func ("/hanzi/strokes/sequences", test_sequences);
  g_test_add_func ("/hanzi/strokes/rare", test_rare);
  g_test_add_func ("/hanzi/strokes/outside", test_outside);
  g_test_add_func ("/hanzi/strokes/standard", test_standard);
  g_test_add_func ("/hanzi/keys/shape", test_key_shape);
  g_test_add_func ("/hanzi/keys/damaged", test_damaged);
  g_test_add_func ("/hanzi/pinyin/surnames", test_surname_readings);
  g_test_add_func ("/hanzi/pinyin/names", test_pinyin);
  g_test_add_func ("/hanzi/pinyin/text", test_pinyin_text);
  g_test_add_func ("/hanzi/pinyin/initials", test_initials);
  g_test_add_func ("/hanzi/pinyin/search", test_search_readings);
  g_test_add_func ("/hanzi/pinyin/order", test_pinyin_order);
  g_test_add_func ("/hanzi/pinyin/given", test_pinyin_key_given);
  g_test_add_func ("/hanzi/pinyin/hostile", test_pinyin_given_hostile);
  g_test_add_func ("/hanzi/tokens", test_tokens);
  g_test_add_func ("/name/normalize", test_normalize);
  g_test_add_func ("/name/check", test_check);
  g_test_add_func ("/name/for-print", test_for_print);

  g_test_add_func ("/hanzi/long-readings", test_long_readings);
  return g_test_run ();
}
