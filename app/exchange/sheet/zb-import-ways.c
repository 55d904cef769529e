/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/sheet/zb-import-private.h"

/* What the registry computes by itself. */
static const char *const computed[] = { "age", "standing", "state", NULL };

static const char *const nothing[] = { NULL };

/* Since when somebody is in the branch stands in a roster of members, too. */
static const ZbField *
member_also (const char *heading)
{
  const ZbField *field = zb_kind_field_by_heading (&zb_kind_membership, heading);

  return field != NULL && strcmp (field->name, "started_on") == 0 ? field : NULL;
}

static const ZbImportWay ways[] = {
  {
    .kind = &zb_kind_member,
    .also = &zb_kind_membership,
    .also_field = member_also,
    .not_taken = computed,
    .not_taken_rule = "column-computed",
    .unit = "人",
    .check = zb_import_check_members,
    .commit = zb_import_commit_members,
  },
  {
    .kind = &zb_kind_organization,
    .not_taken = nothing,
    .unit = "个",
    .check = zb_import_check_organizations,
    .commit = zb_import_commit_organizations,
  },
};

const ZbImportWay *
zb_import_way (const ZbKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].kind == kind)
      return &ways[i];
  return NULL;
}

gboolean
zb_import_knows (const ZbKind *kind)
{
  return zb_import_way (kind) != NULL;
}

/* Besides what is stored, a list of members says where somebody belongs and what he does there. */
static gboolean
may_be_meant (const ZbImportWay *way, const ZbField *field)
{
  static const char *const places[] = { "branch", "group", "post", NULL };

  return (field->flags & ZB_FIELD_HIDDEN) == 0 && !g_strv_contains (way->not_taken, field->name)
         && (zb_field_is_stored (field) || g_strv_contains (places, field->name));
}

GPtrArray *
zb_import_fields (const ZbKind *kind)
{
  const ZbImportWay *way = zb_import_way (kind);
  GPtrArray *out = g_ptr_array_new ();

  for (guint i = 0; way != NULL && i < kind->n_fields; i++)
    if (may_be_meant (way, &kind->fields[i]))
      g_ptr_array_add (out, (gpointer) &kind->fields[i]);
  for (guint i = 0; way != NULL && way->also != NULL && i < way->also->n_fields; i++)
    if (way->also_field (way->also->fields[i].heading) == &way->also->fields[i])
      g_ptr_array_add (out, (gpointer) &way->also->fields[i]);
  return out;
}
