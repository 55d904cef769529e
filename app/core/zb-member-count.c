/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-member-columns-private.h"

/* 35 岁及以下 and 61 岁及以上, the bands of the yearly bulletin. */
#define YOUNG 35
#define OLD 61

/* The places of codes in their tables, looked up once for a whole count. */
typedef struct {
  guint8 woman;
  guint8 han;
  gboolean college[256];
} Places;

static Places
find_places (void)
{
  const ZbCodeTable *education = zb_code_table_get ("education");
  const ZbCodeTable *bands = zb_code_table_get ("education_band");
  int college = zb_code_get (bands, "college")->rank;
  Places places = {
    .woman = (guint8) (zb_code_index (zb_code_table_get ("sex"), "2") + 1),
    .han = (guint8) (zb_code_index (zb_code_table_get ("ethnicity"), "01") + 1),
  };

  for (guint i = 0; i < education->n_codes; i++)
    places.college[i + 1] = zb_code_get (bands, education->codes[i].band)->rank >= college;
  return places;
}

static inline guint8
code_at (ZbMemberColumns *self, ZbMemberCode code, guint i)
{
  return ZB_MEMBER_VALUE (self->codes[code], i);
}

static void
count_row (ZbMemberColumns *self, guint i, const Places *places, ZbMemberCounts *out)
{
  ZbCategory category = (ZbCategory) self->category[i];

  out->people++;
  out->full += category == ZB_CATEGORY_FULL;
  out->probationary += category == ZB_CATEGORY_PROBATIONARY;
  out->candidate += category == ZB_CATEGORY_CANDIDATE;
  out->activist += category == ZB_CATEGORY_ACTIVIST;
  out->applicant += category == ZB_CATEGORY_APPLICANT;
  if (category < ZB_CATEGORY_PROBATIONARY)
    return;
  out->party++;
  out->women += code_at (self, ZB_MEMBER_SEX, i) == places->woman;
  out->minority += code_at (self, ZB_MEMBER_ETHNICITY, i) != 0 && code_at (self, ZB_MEMBER_ETHNICITY, i) != places->han;
  out->under_35 += self->age[i] <= YOUNG;
  out->over_60 += self->age[i] >= OLD && self->age[i] != ZB_NO_YEARS;
  out->college += places->college[code_at (self, ZB_MEMBER_EDUCATION, i)];
  out->floating += code_at (self, ZB_MEMBER_FLOATING, i) == 2;
  out->lost += code_at (self, ZB_MEMBER_LOST, i) == 2;
}

static void
count_bits (ZbMemberColumns *self, guint64 *bits, ZbFilter *filter, ZbMemberCounts *out)
{
  Places places = find_places ();

  memset (out, 0, sizeof *out);
  zb_member_columns_apply_filter (self, filter, bits);
  for (guint i = 0; i < self->n; i++)
    if (zb_member_bit (bits, i))
      count_row (self, i, &places, out);
}

void
zb_member_columns_count (ZbMemberColumns *self, ZbFilter *filter, ZbMemberCounts *out)
{
  g_autofree guint64 *bits = zb_member_columns_scope_bits (self, ZB_SCOPE_HERE, FALSE);

  count_bits (self, bits, filter, out);
}

void
zb_member_columns_count_people (ZbMemberColumns *self, const gint64 *ids, guint n, ZbFilter *filter, ZbMemberCounts *out)
{
  g_autofree guint64 *bits = g_new0 (guint64, ZB_MEMBER_BIT_WORDS (self->n) + 1);

  for (guint i = 0; i < n; i++)
    {
      int index = zb_member_columns_find (self, ids[i]);

      if (index >= 0)
        zb_member_set_bit (bits, (guint) index);
    }
  count_bits (self, bits, filter, out);
}

/* ZbMemberCounts holds nothing but counters of one type. */
static void
add_counts (ZbMemberCounts *to, const ZbMemberCounts *from)
{
  guint *sums = (guint *) to;
  const guint *parts = (const guint *) from;

  for (gsize i = 0; i < sizeof *to / sizeof *sums; i++)
    sums[i] += parts[i];
}

ZbMemberCounts *
zb_member_columns_count_orgs (ZbMemberColumns *self, ZbFilter *filter, gboolean with_below)
{
  guint n_orgs = zb_org_tree_size (self->tree);
  ZbMemberCounts *out = g_new0 (ZbMemberCounts, n_orgs + 1);
  g_autofree guint64 *bits = zb_member_columns_scope_bits (self, ZB_SCOPE_HERE, FALSE);
  Places places = find_places ();

  zb_member_columns_apply_filter (self, filter, bits);
  for (guint i = 0; i < self->n; i++)
    {
      guint32 org = zb_member_columns_position (self, self->org[i]);
      guint32 group = zb_member_columns_position (self, ZB_MEMBER_VALUE (self->group, i));

      if (!zb_member_bit (bits, i))
        continue;
      if (org != ZB_NO_POSITION)
        count_row (self, i, &places, &out[org]);
      if (group != ZB_NO_POSITION)
        count_row (self, i, &places, &out[group]);
    }
  if (!with_below)
    return out;
  /* From the end: what stands below has been summed up before it is added to what is above. A group's
   * people are the branch's own and were counted there. */
  for (guint p = n_orgs; p > 0; p--)
    {
      const ZbOrg *org = zb_org_tree_at (self->tree, p - 1);
      const ZbOrg *parent = zb_org_tree_get (self->tree, org->parent);

      if (parent != NULL && org->kind != ZB_ORG_GROUP && parent->position < org->position)
        add_counts (&out[parent->position], &out[org->position]);
    }
  return out;
}
