/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cli/zb-cli.h"
#include "exchange/paper/zb-new-file.h"
#include "service/zb-attach.h"
#include "store/life/zb-attachments.h"
#include "store/zb-records.h"

/* The newest records are those that were just added. */
static gboolean
say_attached (ZbCli *cli, const ZbKind *of, gint64 record_id, const char *kind, GPtrArray *pictures, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, record_id);
  g_autofree char *words = zb_attach_words (cli->db, of, record_id, pictures->len);
  g_autofree char *note = zb_attach_note (cli->db, of, record_id, kind, pictures);
  g_autoptr(GPtrArray) all = zb_records_list (cli->db, &zb_kind_attachment, of->name, id, FALSE, error);
  g_autoptr(JsonArray) array = json_array_new ();

  if (all == NULL)
    return FALSE;
  for (guint i = all->len - pictures->len; i < all->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (all, i);

      if (cli->json)
        json_array_add_element (array, zb_cli_record_json (cli, NULL, record, FALSE));
      else
        zb_cli_say ("%s\t%s", record->uid, zb_record_title (record));
    }
  if (cli->json)
    zb_cli_print_json (json_node_init_array (json_node_alloc (), array));
  else
    zb_cli_say ("%s", words);
  if (note != NULL)
    g_printerr ("%s\n", note);
  return TRUE;
}

/* What photos and papers can be added to. */
static const ZbKind *
kind_of (const char *name)
{
  const ZbKind *const kinds[] = { &zb_kind_meeting, &zb_kind_wish, &zb_kind_delivery };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i]->name, name))
      return kinds[i];
  return NULL;
}

ZbCliStatus
zb_cli_attach (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) pictures = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *of_name = NULL;
  g_autofree char *code = NULL;
  g_autofree char *text = NULL;
  const ZbKind *of = &zb_kind_meeting;
  gint64 id;
  const GOptionEntry entries[] = {
    { "of", 0, 0, G_OPTION_ARG_STRING, &of_name, NULL, NULL },     { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL },
    { "caption", 0, 0, G_OPTION_ARG_STRING, &caption, NULL, NULL }, { NULL }
  };

  if (!zb_cli_options (cli, "attach", entries, &argc, &argv, 2, -1))
    return ZB_CLI_USAGE;
  if (of_name != NULL && !(of = kind_of (of_name)))
    return zb_cli_wrong (_("Photos and papers are added to a meeting, or with --of to a wish or a delivery."));
  if (!zb_cli_open (cli, ZB_DB_WRITE))
    return ZB_CLI_REFUSED;
  if (!zb_field_read (zb_kind_field (&zb_kind_attachment, "kind"), kind, &code, &error)
      || !zb_field_read (zb_kind_field (&zb_kind_attachment, "caption"), caption, &text, &error)
      || (id = zb_cli_find (cli, of, argv[1], &error)) == 0
      || !(pictures = zb_attach_read (cli->db, (const char *const *) argv + 2, NULL, &error))
      || !zb_attach_write (cli->db, of, id, pictures, code, text, NULL, &error) || !say_attached (cli, of, id, code, pictures, &error))
    return zb_cli_refuse (error);
  return ZB_CLI_DONE;
}

static gboolean
is_registry (ZbCli *cli, const char *path)
{
  GStatBuf one, other;

  return g_stat (cli->registry, &one) == 0 && g_stat (path, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

ZbCliStatus
zb_cli_attachment (ZbCli *cli, int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(ZbNewFile) file = NULL;
  g_autofree char *to = NULL;
  gboolean force = FALSE;
  gint64 id;
  gsize size;
  gconstpointer data;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, NULL, NULL }, { "force", 0, 0, G_OPTION_ARG_NONE, &force, NULL, NULL }, { NULL }
  };

  if (!zb_cli_options (cli, "attachment", entries, &argc, &argv, 1, 1))
    return ZB_CLI_USAGE;
  if (to == NULL || is_registry (cli, to))
    return zb_cli_wrong (_("Say where to: zhibu-cli attachment ID --to FILE"));
  if (!zb_cli_open (cli, ZB_DB_READ))
    return ZB_CLI_REFUSED;
  if ((id = zb_records_find (cli->db, &zb_kind_attachment, argv[1], &error)) == 0 || !(bytes = zb_attachments_read (cli->db, id, FALSE, &error)))
    return zb_cli_refuse (error);
  data = g_bytes_get_data (bytes, &size);
  if (!(file = zb_new_file_begin (to, force, &error)) || !zb_new_file_write (file, data, size, &error) || !zb_new_file_commit (file, &error))
    return zb_cli_refuse (error);
  /* Translators: %s is a file */
  zb_cli_say (_("Written: %s"), to);
  return ZB_CLI_DONE;
}
