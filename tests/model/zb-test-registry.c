/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zb-test-registry.h"

#include "service/zb-registry-private.h"

ZbRegistry *
zb_test_registry_open (const char *path, gboolean create, GError **error)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  zb_registry_open_async (path, create, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  return zb_registry_open_finish (result, error);
}

void
zb_test_registry_close (ZbRegistry *registry)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  zb_registry_shutdown_async (registry, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_true (zb_registry_shutdown_finish (registry, result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  zb_test_spin_idle ();
  g_assert_finalize_object (registry);
}

int
zb_test_registry_people (ZbRegistry *registry)
{
  ZbMemberColumns *columns = zb_registry_columns (registry);
  g_autofree gint64 *ids = NULL;
  guint n;

  if (columns == NULL)
    return -1;
  ids = zb_member_columns_query (columns, &(ZbMemberQuery) { .order = ZB_ORDER_ID, .scope = ZB_SCOPE_HERE }, &n);
  return (int) n;
}

typedef struct {
  ZbRegistry *registry;
  int people;
} Wanted;

static gboolean
has_people (gpointer data)
{
  Wanted *wanted = data;

  return zb_test_registry_people (wanted->registry) == wanted->people;
}

void
zb_test_registry_wait_columns (ZbRegistry *registry, int people)
{
  /* What a test wrote beside the registry is looked for at once, not when two seconds have gone. */
  zb_registry_look (registry);
  zb_test_spin_until (has_people, &(Wanted) { registry, people });
}

static void
on_changed (ZbTestRegistry *self, guint what, GArray *people)
{
  g_string_append_printf (self->said, "%s%s%s%s%s", what & ZB_CHANGED_MEMBERS ? "M" : "", what & ZB_CHANGED_ORGANIZATIONS ? "O" : "",
                          what & ZB_CHANGED_POSTS ? "P" : "", what & ZB_CHANGED_FILTERS ? "F" : "",
                          what & ZB_CHANGED_LIFE ? "L" : "");
  if (people == NULL)
    g_string_append_c (self->said, '*');
  for (guint i = 0; people != NULL && i < people->len; i++)
    g_string_append_printf (self->said, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (people, gint64, i));
  g_string_append_c (self->said, ' ');
}

ZbTestRegistry *
zb_test_registry_new (void)
{
  ZbTestRegistry *self = g_new0 (ZbTestRegistry, 1);
  g_autoptr(GError) error = NULL;

  self->files = zb_test_db_new ();
  self->branch = zb_test_organization (self->files->db, "branch", "第一党支部", 0);
  g_clear_pointer (&self->files->db, zb_db_close);
  self->said = g_string_new (NULL);
  self->registry = zb_test_registry_open (self->files->path, FALSE, &error);
  g_assert_no_error (error);
  zb_test_registry_wait_columns (self->registry, 0);
  g_signal_connect_swapped (self->registry, "changed", G_CALLBACK (on_changed), self);
  return self;
}

void
zb_test_registry_free (ZbTestRegistry *self)
{
  if (self->registry != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->registry, self);
      zb_test_registry_close (self->registry);
    }
  zb_test_db_free (self->files);
  g_string_free (self->said, TRUE);
  g_free (self);
}

gint64
zb_test_registry_add (ZbTestRegistry *self, const char *name)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
  g_autoptr(GError) error = NULL;
  gint64 id;

  zb_record_set (record, "name", name);
  zb_registry_save_async (self->registry, record, self->branch, 0, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  id = zb_registry_save_finish (self->registry, result, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

void
zb_test_registry_undo (ZbTestRegistry *self)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  zb_registry_undo_async (self->registry, 0, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_true (zb_registry_write_finish (self->registry, result, NULL, &error));
  g_assert_no_error (error);
}
