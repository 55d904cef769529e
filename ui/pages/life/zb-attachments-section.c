/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-attachments-section.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "dialogs/zb-record-list.h"
#include "service/zb-registry-life.h"
#include "shell/zb-page.h"
#include "widgets/zb-section.h"

#define PREVIEW_SIZE 64

struct _ZbAttachmentsSection
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  const ZbKind *of; /* what it belongs to, (nullable) */
  gint64 id;
  gint64 delivery; /* whose receipt is being chosen, 0 none */
  GtkFileChooserNative *chooser; /* (owned) (nullable) */

  ZbRecordList *list;
  GtkLabel *working;
  GtkLabel *consent;
};

G_DEFINE_FINAL_TYPE (ZbAttachmentsSection, zb_attachments_section, ADW_TYPE_BIN)

/* Rows. */

static const char *const form_fields[] = { "kind", "name", "caption", "taken_on", "person", NULL };
static const ZbFormSpec form = { .fields = form_fields };

static gboolean
is_picture (const ZbRecord *record)
{
  return g_str_has_prefix (zb_record_get (record, "media"), "image/");
}

static char *
line (ZbRegistry *registry, const ZbRecord *record)
{
  const char *caption = zb_record_get (record, "caption");

  return g_strdup (caption != NULL ? caption : zb_record_title (record));
}

static char *
detail (ZbRegistry *registry, const ZbRecord *record)
{
  g_autofree char *size = g_format_size ((guint64) zb_record_get_int (record, "size"));
  gint64 delivery = zb_record_get_int (record, "delivery");
  g_autofree char *what = delivery != 0 ? zb_registry_title (registry, &zb_kind_delivery, delivery) : NULL;

  return g_strdup_printf ("%s · %s%s%s · %s", zb_code_label (zb_code_table_get ("attachment_kind"), zb_record_get (record, "kind")),
                          what != NULL ? what : "", what != NULL ? " · " : "", zb_record_title (record), size);
}

static GdkTexture *
texture_of (ZbRegistry *registry, gint64 id, gboolean preview)
{
  g_autoptr(GBytes) bytes = zb_registry_attachment_bytes (registry, id, preview, NULL);

  return bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;
}

static GtkWidget *
prefix (ZbRegistry *registry, const ZbRecord *record)
{
  g_autoptr(GdkTexture) texture = is_picture (record) ? texture_of (registry, record->id, TRUE) : NULL;
  GtkWidget *image = texture != NULL ? gtk_image_new_from_paintable (GDK_PAINTABLE (texture)) : gtk_image_new_from_icon_name ("text-x-generic-symbolic");

  if (texture != NULL)
    gtk_image_set_pixel_size (GTK_IMAGE (image), PREVIEW_SIZE);
  return image;
}

/* Looking at one, in full. */

static void
look_at (GtkWidget *widget, ZbRegistry *registry, const ZbRecord *record)
{
  g_autoptr(GdkTexture) texture = texture_of (registry, record->id, FALSE);
  g_autofree char *title = line (registry, record);
  GtkWidget *window;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *picture;

  window = g_object_new (ADW_TYPE_WINDOW, "title", title, "default-width", 900, "default-height", 680, NULL);
  picture = gtk_picture_new_for_paintable (texture != NULL ? GDK_PAINTABLE (texture) : NULL);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), title);
  gtk_widget_set_vexpand (picture, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), picture);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_widget_add_css_class (window, "picture-window");
  zb_page_present (widget, GTK_WINDOW (window));
}

/* A copy on the disk: the only way to look at what is no picture. */

typedef struct {
  GtkWidget *widget;
  GtkFileChooserNative *native;
  GBytes *bytes;
} Saving;

static void
on_save_response (GtkNativeDialog *native, int response, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  g_autoptr(GError) error = NULL;

  if (file != NULL
      && !g_file_replace_contents (file, g_bytes_get_data (saving->bytes, NULL), g_bytes_get_size (saving->bytes), NULL, FALSE,
                                   G_FILE_CREATE_PRIVATE, NULL, NULL, &error))
    zb_page_say_error (saving->widget, error);
  else if (file != NULL)
    {
      g_autofree char *name = g_file_get_basename (file);
      /* Translators: %s is the name of a file */
      g_autofree char *words = g_strdup_printf (_("Written: %s"), name);

      zb_page_say (saving->widget, words, FALSE);
    }
  gtk_native_dialog_destroy (native);
  g_object_unref (saving->native);
  g_object_unref (saving->widget);
  g_bytes_unref (saving->bytes);
  g_free (saving);
}

static void
save_copy (GtkWidget *widget, ZbRegistry *registry, const ZbRecord *record)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = zb_registry_attachment_bytes (registry, record->id, FALSE, &error);
  Saving *saving;

  if (bytes == NULL)
    {
      zb_page_say_error (widget, error);
      return;
    }
  saving = g_new0 (Saving, 1);
  saving->widget = g_object_ref (widget);
  saving->bytes = bytes;
  saving->native = gtk_file_chooser_native_new (_("Save a Copy"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (saving->native), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->native), zb_record_title (record));
  g_signal_connect (saving->native, "response", G_CALLBACK (on_save_response), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->native));
}

static void
on_open_clicked (GtkButton *button, gpointer data)
{
  ZbAttachmentsSection *self = ZB_ATTACHMENTS_SECTION (gtk_widget_get_ancestor (GTK_WIDGET (button), ZB_TYPE_ATTACHMENTS_SECTION));
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");
  g_autoptr(ZbRecord) record = zb_registry_get (self->registry, &zb_kind_attachment, *id, FALSE, NULL);

  if (record == NULL)
    return;
  if (is_picture (record))
    look_at (GTK_WIDGET (self), self->registry, record);
  else
    save_copy (GTK_WIDGET (self), self->registry, record);
}

static GtkWidget *
suffix (ZbRegistry *registry, const ZbRecord *record)
{
  GtkWidget *button = gtk_button_new_with_label (is_picture (record) ? _("Look") : _("Save a Copy…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&record->id, sizeof record->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_open_clicked), NULL);
  return button;
}

static const ZbRecordListSpec spec = {
  .kind = &zb_kind_attachment,
  .title = N_("Photos and Papers"),
  .add = N_("Add _Files…"),
  .none = N_("No photos or papers yet. Choose files, or drop them here."),
  .adds = TRUE,
  .form = &form,
  .line = line,
  .detail = detail,
  .prefix = prefix,
  .suffix = suffix,
};

/* Adding. */

static void
on_attached (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbAttachmentsSection) self = ZB_ATTACHMENTS_SECTION (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->working), FALSE);
  if (zb_registry_attach_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_page_say (GTK_WIDGET (self), words, TRUE);
  else
    zb_page_say_error (GTK_WIDGET (self), error);
}

static void
add_to (ZbAttachmentsSection *self, const ZbKind *of, gint64 id, const char *kind, const char *const *paths)
{
  if (paths[0] == NULL || id == 0 || zb_registry_is_read_only (self->registry))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->working), TRUE);
  zb_registry_attach_async (self->registry, of, id, paths, kind, NULL, NULL, on_attached, g_object_ref (self));
}

void
zb_attachments_section_add (ZbAttachmentsSection *self, const char *const *paths)
{
  add_to (self, self->of, self->id, NULL, paths);
}

void
zb_attachments_section_add_receipt (ZbAttachmentsSection *self, gint64 delivery, const char *const *paths)
{
  add_to (self, &zb_kind_delivery, delivery, "receipt", paths);
}

static char **
paths_of (GListModel *files)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  return g_strv_builder_end (builder);
}

static void
on_response (ZbAttachmentsSection *self, int response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (self->chooser));
      g_auto(GStrv) paths = paths_of (files);

      if (self->delivery != 0)
        zb_attachments_section_add_receipt (self, self->delivery, (const char *const *) paths);
      else
        zb_attachments_section_add (self, (const char *const *) paths);
    }
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
}

static void
choose (ZbAttachmentsSection *self, gint64 delivery, const char *title)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->chooser != NULL)
    return;
  self->delivery = delivery;
  self->chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _("_Add"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_add_wanted (ZbAttachmentsSection *self)
{
  choose (self, 0, _("Choose Photos and Papers"));
}

void
zb_attachments_section_choose_receipt (ZbAttachmentsSection *self, gint64 delivery)
{
  choose (self, delivery, _("Choose the Signed Receipt, Scanned or as a Photo"));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, ZbAttachmentsSection *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) paths = NULL;

  for (GSList *each = g_value_get_boxed (value); each != NULL; each = each->next)
    {
      g_autofree char *path = g_file_get_path (each->data);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  zb_attachments_section_add (self, (const char *const *) paths);
  return paths[0] != NULL;
}

void
zb_attachments_section_show (ZbAttachmentsSection *self, const ZbKind *of, gint64 id)
{
  g_autofree char *consent = of == &zb_kind_wish ? zb_registry_photo_consent (self->registry, id) : g_strdup ("");

  self->of = of;
  self->id = id;
  gtk_label_set_label (self->consent, consent);
  gtk_widget_set_visible (GTK_WIDGET (self->consent), *consent != '\0');
  zb_record_list_show (self->list, of->name, id);
}

static void
zb_attachments_section_dispose (GObject *object)
{
  ZbAttachmentsSection *self = ZB_ATTACHMENTS_SECTION (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_attachments_section_parent_class)->dispose (object);
}

static void
zb_attachments_section_class_init (ZbAttachmentsSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_attachments_section_dispose;
}

static void
zb_attachments_section_init (ZbAttachmentsSection *self)
{
}

static GtkLabel *
line_new (GtkWidget *box, const char *text)
{
  GtkWidget *label = zb_section_line_new (text);

  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

GtkWidget *
zb_attachments_section_new (ZbRegistry *registry)
{
  ZbAttachmentsSection *self = g_object_new (ZB_TYPE_ATTACHMENTS_SECTION, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->registry = g_object_ref (registry);
  self->list = ZB_RECORD_LIST (zb_record_list_new (registry, &spec));
  g_signal_connect_object (self->list, "add-wanted", G_CALLBACK (on_add_wanted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  self->consent = line_new (box, "");
  self->working = line_new (box, _("The files are read…"));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
