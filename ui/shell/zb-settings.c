/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell/zb-settings.h"

GSettings *
zb_settings_get (void)
{
  static gsize looked = 0;
  static GSettings *settings = NULL;

  if (g_once_init_enter (&looked))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr(GSettingsSchema) schema = NULL;

      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
      g_once_init_leave (&looked, 1);
    }
  return settings;
}

gboolean
zb_settings_get_boolean (const char *key, gboolean fallback)
{
  GSettings *settings = zb_settings_get ();

  return settings != NULL ? g_settings_get_boolean (settings, key) : fallback;
}

int
zb_settings_get_int (const char *key, int fallback)
{
  GSettings *settings = zb_settings_get ();

  return settings != NULL ? g_settings_get_int (settings, key) : fallback;
}

char *
zb_settings_get_string (const char *key, const char *fallback)
{
  GSettings *settings = zb_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup (fallback);
}

char **
zb_settings_get_strv (const char *key, const char *const *fallback)
{
  GSettings *settings = zb_settings_get ();

  return settings != NULL ? g_settings_get_strv (settings, key) : g_strdupv ((char **) fallback);
}

void
zb_settings_set_boolean (const char *key, gboolean value)
{
  GSettings *settings = zb_settings_get ();

  if (settings != NULL)
    g_settings_set_boolean (settings, key, value);
}

void
zb_settings_set_int (const char *key, int value)
{
  GSettings *settings = zb_settings_get ();

  if (settings != NULL)
    g_settings_set_int (settings, key, value);
}

void
zb_settings_set_string (const char *key, const char *value)
{
  GSettings *settings = zb_settings_get ();

  if (settings != NULL)
    g_settings_set_string (settings, key, value);
}

void
zb_settings_set_strv (const char *key, const char *const *value)
{
  GSettings *settings = zb_settings_get ();

  if (settings != NULL)
    g_settings_set_strv (settings, key, value);
}

int
zb_settings_get_width (const char *key, const char *column)
{
  GSettings *settings = zb_settings_get ();
  g_autoptr(GVariant) widths = NULL;
  gint32 width = 0;

  if (settings == NULL)
    return 0;
  widths = g_settings_get_value (settings, key);
  g_variant_lookup (widths, column, "i", &width);
  return width;
}

void
zb_settings_set_width (const char *key, const char *column, int width)
{
  GSettings *settings = zb_settings_get ();
  g_autoptr(GVariant) widths = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name;
  gint32 old;

  if (settings == NULL)
    return;
  widths = g_settings_get_value (settings, key);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{si}"));
  g_variant_iter_init (&iter, widths);
  while (g_variant_iter_next (&iter, "{&si}", &name, &old))
    if (!g_str_equal (name, column))
      g_variant_builder_add (&builder, "{si}", name, old);
  g_variant_builder_add (&builder, "{si}", column, width);
  g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}
