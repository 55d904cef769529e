/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/codes/zb-code-tables.h"
#include "core/zb-error.h"
#include "core/zb-kind.h"
#include "core/zb-member-columns.h"

static const ZbCodeTable *const *const rooms[] = {
  zb_code_tables_person, zb_code_tables_party, zb_code_tables_work, zb_code_tables_organization, zb_code_tables_life,
  zb_code_tables_ceremony
};

static void
assert_reads (const char *table, const char *text, const char *code)
{
  g_autoptr(GError) error = NULL;
  const ZbCode *read = zb_code_read (zb_code_table_get (table), text, &error);

  if (code == NULL)
    {
      if (read != NULL)
        g_error ("%s: “%s” was read as %s", table, text, read->code);
      g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_CODE);
      return;
    }
  if (read == NULL)
    g_error ("%s: %s", table, error->message);
  g_assert_cmpstr (read->code, ==, code);
}

/* What a person types or a list shows always leads back to the entry; no text means two entries. */
static void
assert_sound (const ZbCodeTable *table)
{
  g_autoptr(GHashTable) meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_true (zb_code_table_get (table->name) == table);
  g_assert_nonnull (table->source);
  g_assert_cmpuint (table->n_codes, >, 0);
  g_assert_cmpuint (table->n_codes, <, 255);
  for (guint i = 0; i < table->n_codes; i++)
    {
      const ZbCode *code = &table->codes[i];
      g_auto(GStrv) words = g_strsplit (code->words != NULL ? code->words : "", "|", -1);

      g_assert_true (zb_code_get (table, code->code) == code);
      g_assert_cmpint (zb_code_index (table, code->code), ==, (int) i);
      g_assert_cmpstr (zb_code_label (table, code->code), ==, code->label);
      assert_reads (table->name, code->code, code->code);
      assert_reads (table->name, code->label, code->code);
      for (guint w = 0; words[w] != NULL; w++)
        {
          assert_reads (table->name, words[w], code->code);
          if (!g_hash_table_add (meanings, g_strdup (words[w])))
            g_error ("%s: “%s” stands twice", table->name, words[w]);
        }
    }
}

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    for (guint j = 0; rooms[i][j] != NULL; j++)
      assert_sound (rooms[i][j]);
  g_assert_null (zb_code_table_get ("nothing"));
  g_assert_null (zb_code_table_get (NULL));
}

/* Every table that a field or a step names is there. */
static void
test_kinds (void)
{
  for (guint k = 0; zb_kinds ()[k] != NULL; k++)
    {
      const ZbKind *kind = zb_kinds ()[k];

      for (guint f = 0; f < kind->n_fields; f++)
        if (kind->fields[f].codes != NULL && zb_code_table_get (kind->fields[f].codes) == NULL)
          g_error ("no code table %s", kind->fields[f].codes);
      for (guint s = 0; s < kind->n_steps; s++)
        {
          const char *events = strcmp (kind->name, "organization") == 0 ? "organization_event" : "membership_event";
          const ZbStep *step = &kind->steps[s];

          for (guint f = 0; f < step->n_fields; f++)
            if (step->fields[f].codes != NULL)
              g_assert_nonnull (zb_code_table_get (step->fields[f].codes));
          if (step->event != NULL)
            g_assert_nonnull (zb_code_get (zb_code_table_get (events), step->event));
          if (step->ends != NULL)
            g_assert_nonnull (zb_code_get (zb_code_table_get ("membership_end"), step->ends));
          if (step->begins != NULL)
            g_assert_nonnull (zb_code_get (zb_code_table_get ("membership_begin"), step->begins));
        }
    }
  for (guint i = 0; i < zb_code_table_get ("expulsion")->n_codes; i++)
    g_assert_nonnull (zb_code_get (zb_code_table_get ("membership_end"), zb_code_table_get ("expulsion")->codes[i].code));
}

/* The 56 of GB/T 3304, typed from the standard's list by number. */
static void
test_ethnicities (void)
{
  static const char names[] =
    "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 "
    "达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 "
    "基诺";
  g_auto(GStrv) list = g_strsplit (names, " ", -1);

  g_assert_cmpuint (g_strv_length (list), ==, 56);
  for (guint i = 0; i < 56; i++)
    {
      g_autofree char *code = g_strdup_printf ("%02u", i + 1);
      g_autofree char *full = g_strconcat (list[i], "族", NULL);

      assert_reads ("ethnicity", list[i], code);
      assert_reads ("ethnicity", full, code);
      g_assert_cmpstr (zb_code_label (zb_code_table_get ("ethnicity"), code), ==, full);
    }
  g_assert_cmpuint (zb_code_table_get ("ethnicity")->n_codes, ==, 58);
  assert_reads ("ethnicity", "蒙", "02");
  assert_reads ("ethnicity", "维", "05");
  assert_reads ("ethnicity", "维族", "05");
  assert_reads ("ethnicity", "哈族", "17");
  assert_reads ("ethnicity", "乌兹别克族", "43");
  assert_reads ("ethnicity", "ug", "05");
}

static void
test_education (void)
{
  static const struct { const char *text, *band; } words[] = {
    { "博士研究生", "postgraduate" }, { "硕士研究生", "postgraduate" }, { "硕士生班", "postgraduate" },
    { "中央党校研究生", "postgraduate" }, { "省（区、市）委党校研究生", "postgraduate" }, { "研究生", "postgraduate" },
    { "硕士", "postgraduate" }, { "大学", "bachelor" }, { "本科", "bachelor" }, { "大学本科", "bachelor" }, { "本", "bachelor" },
    { "大学普通班", "bachelor" }, { "第二学士学位班", "bachelor" }, { "中央党校大学", "bachelor" },
    { "省委党校大学", "bachelor" }, { "大专", "college" }, { "专科", "college" }, { "中央党校大专", "college" },
    { "省委党校大专", "college" }, { "中等专科", "secondary" }, { "中专", "secondary" }, { "职业高中", "high" },
    { "技工学校", "high" }, { "普通高中", "high" }, { "高中", "high" }, { "初中", "junior" }, { "小学", "junior" },
    { "其他", "junior" },
  };
  static const char *const rising[] = { "其他", "小学", "初中", "高中", "中专", "大专", "本科", "硕士", "博士" };
  const ZbCodeTable *table = zb_code_table_get ("education");
  const ZbCodeTable *bands = zb_code_table_get ("education_band");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const ZbCode *code = zb_code_read (table, words[i].text, NULL);

      g_assert_nonnull (code);
      g_assert_cmpstr (code->band, ==, words[i].band);
    }
  for (guint i = 1; i < G_N_ELEMENTS (rising); i++)
    g_assert_cmpint (zb_code_read (table, rising[i - 1], NULL)->rank, <, zb_code_read (table, rising[i], NULL)->rank);
  /* Ranks never cross the bands. */
  for (guint i = 0; i < table->n_codes; i++)
    for (guint j = 0; j < table->n_codes; j++)
      if (zb_code_get (bands, table->codes[i].band)->rank > zb_code_get (bands, table->codes[j].band)->rank)
        g_assert_cmpint (table->codes[i].rank, >, table->codes[j].rank);
  g_assert_true (zb_code_read (table, "大学", NULL) == zb_code_read (table, "大学本科", NULL));
}

static void
test_words (void)
{
  assert_reads ("sex", "男", "1");
  assert_reads ("sex", "女_2", "2");
  assert_reads ("sex", " 女 ", "2");
  assert_reads ("sex", "male", "1");
  assert_reads ("sex", "FEMALE", "2");
  assert_reads ("sex", "１", "1");
  assert_reads ("category", "正式", "full");
  assert_reads ("category", "预", "probationary");
  assert_reads ("category", "积极分子", "activist");
  assert_reads ("category", "正 式 党 员", "full");
  assert_reads ("category", "FULL", "full");
  assert_reads ("degree", "管理学硕士", "3");
  assert_reads ("degree", "双学士", "4");
  assert_reads ("degree", "mba", "3");
  assert_reads ("post", "支部书记", "secretary");
  assert_reads ("post", "组织委员", "organization_officer");
  assert_reads ("post", "纪检委员", "discipline_officer");
  assert_reads ("post", "组长", "group_leader");
  assert_reads ("org_kind", "支部", "branch");
  assert_reads ("lost_kind", "出国(境)", "5");
  assert_reads ("job", "退休", "42");
  assert_reads ("membership_end", "病故", "deceased");
}

static void
test_refused (void)
{
  g_autofree char *longest = g_strnfill (10000, 'x');

  assert_reads ("sex", "", NULL);
  assert_reads ("sex", "3", NULL);
  assert_reads ("sex", "男女", NULL);
  assert_reads ("sex", NULL, NULL);
  assert_reads ("sex", "\xff\xfe", NULL);
  assert_reads ("sex", longest, NULL);
  assert_reads ("education", "飞天", NULL);
  assert_reads ("ethnicity", "族", NULL);
  g_assert_null (zb_code_get (zb_code_table_get ("sex"), "M"));
  g_assert_cmpint (zb_code_index (zb_code_table_get ("sex"), "7"), ==, -1);
  g_assert_cmpint (zb_code_index (zb_code_table_get ("sex"), NULL), ==, -1);
  g_assert_cmpstr (zb_code_label (zb_code_table_get ("sex"), "7"), ==, "7");
  g_assert_cmpstr (zb_code_label (zb_code_table_get ("sex"), NULL), ==, "");
}

/* 职务序: as posts stand in lists. */
static void
test_posts (void)
{
  static const char *const order[] = { "书记", "副书记", "组织委员", "宣传委员", "纪检委员", "青年委员", "委员", "组长", "副组长" };
  const ZbCodeTable *posts = zb_code_table_get ("post");

  for (guint i = 1; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (zb_code_read (posts, order[i - 1], NULL)->rank, <, zb_code_read (posts, order[i], NULL)->rank);
}

/* Tables whose places are values of enumerations. */
static void
test_enumerations (void)
{
  const ZbCodeTable *kinds = zb_code_table_get ("org_kind");
  const ZbCodeTable *states = zb_code_table_get ("member_state");

  g_assert_cmpint (zb_code_index (kinds, "committee"), ==, ZB_ORG_COMMITTEE);
  g_assert_cmpint (zb_code_index (kinds, "general_branch"), ==, ZB_ORG_GENERAL_BRANCH);
  g_assert_cmpint (zb_code_index (kinds, "branch"), ==, ZB_ORG_BRANCH);
  g_assert_cmpint (zb_code_index (kinds, "group"), ==, ZB_ORG_GROUP);
  g_assert_cmpint (zb_code_index (states, "here"), ==, ZB_MEMBER_HERE);
  g_assert_cmpint (zb_code_index (states, "transferred"), ==, ZB_MEMBER_TRANSFERRED);
  g_assert_cmpint (zb_code_index (states, "deceased"), ==, ZB_MEMBER_DECEASED);
  for (guint i = 0; i <= ZB_CATEGORY_FULL; i++)
    {
      g_assert_nonnull (zb_code_get (zb_code_table_get ("category"), zb_category_code ((ZbCategory) i)));
      g_assert_cmpint (zb_category_from_code (zb_category_code ((ZbCategory) i)), ==, i);
    }
  for (guint i = 0; i < ZB_MEMBER_N_CODES; i++)
    g_assert_nonnull (zb_kind_field (&zb_kind_member, zb_member_code_field ((ZbMemberCode) i)));
}

static gboolean
are_one (const char *heading, const char *other)
{
  return strstr (heading, other) != NULL || strstr (other, heading) != NULL;
}

/* “Name” is a person's in Chinese: what else has a name says whose. The days of a remedy are no states. */
static void
test_labels (void)
{
  g_autoptr(GHashTable) headings = g_hash_table_new (g_str_hash, g_str_equal);
  const ZbKind *const *kinds = zb_kinds ();

  for (guint k = 0; kinds[k] != NULL; k++)
    for (guint i = 0; i < kinds[k]->n_fields; i++)
      {
        const ZbField *field = &kinds[k]->fields[i];

        g_test_message ("%s.%s", kinds[k]->name, field->name);
        if (g_str_equal (field->label, "Name"))
          g_assert_cmpint (field->type, ==, ZB_FIELD_NAME);
        if (field->type == ZB_FIELD_DATE)
          g_assert_false (g_str_equal (field->label, "Due") || g_str_equal (field->label, "Done"));
        /* A label has one translation: what is written at length under one label is one thing. */
        if (field->type == ZB_FIELD_LONG_TEXT && g_hash_table_contains (headings, field->label))
          g_assert_true (are_one (g_hash_table_lookup (headings, field->label), field->heading));
        else if (field->type == ZB_FIELD_LONG_TEXT)
          g_hash_table_insert (headings, (gpointer) field->label, (gpointer) field->heading);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codes/labels", test_labels);
  g_test_add_func ("/codes/tables", test_tables);
  g_test_add_func ("/codes/kinds", test_kinds);
  g_test_add_func ("/codes/ethnicities", test_ethnicities);
  g_test_add_func ("/codes/education", test_education);
  g_test_add_func ("/codes/words", test_words);
  g_test_add_func ("/codes/refused", test_refused);
  g_test_add_func ("/codes/posts", test_posts);
  g_test_add_func ("/codes/enumerations", test_enumerations);
  return g_test_run ();
}
