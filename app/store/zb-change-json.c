/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-change-json.h"

static void
add_text (GString *out, const char *text)
{
  const char *start = text;

  g_string_append_c (out, '"');
  for (const char *p = text;; p++)
    {
      guchar c = (guchar) *p;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;
      g_string_append_len (out, start, p - start);
      start = p + 1;
      if (c == '\0')
        break;
      if (c == '"' || c == '\\')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, (char) c);
        }
      else if (c == '\n')
        g_string_append (out, "\\n");
      else
        g_string_append_printf (out, "\\u%04x", c);
    }
  g_string_append_c (out, '"');
}

void
zb_change_json_open (GString *out)
{
  g_string_truncate (out, 0);
  g_string_append_c (out, '{');
}

void
zb_change_json_add (GString *out, const char *name, const char *value)
{
  if (out->len > 1)
    g_string_append_c (out, ',');
  add_text (out, name);
  g_string_append_c (out, ':');
  if (value != NULL)
    add_text (out, value);
  else
    g_string_append (out, "null");
}

void
zb_change_json_close (GString *out)
{
  g_string_append_c (out, '}');
}

static gboolean
take (ZbChangeReader *self, char c)
{
  if (*self->p != c)
    return FALSE;
  self->p++;
  return TRUE;
}

static gboolean
read_escape (ZbChangeReader *self, GString *out)
{
  char c = *self->p++;
  gunichar number = 0;

  switch (c)
    {
    case '"': case '\\': g_string_append_c (out, c); return TRUE;
    case 'n': g_string_append_c (out, '\n'); return TRUE;
    case 'u': break;
    default: self->p--; return FALSE;
    }
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (*self->p))
        return FALSE;
      number = number << 4 | (gunichar) g_ascii_xdigit_value (*self->p++);
    }
  if (number == 0)
    return FALSE;
  g_string_append_unichar (out, number);
  return TRUE;
}

static gboolean
read_text (ZbChangeReader *self, GString **out)
{
  if (*out == NULL)
    *out = g_string_sized_new (64);
  g_string_truncate (*out, 0);
  if (!take (self, '"'))
    return FALSE;
  while (TRUE)
    {
      const char *start = self->p;

      while ((guchar) *self->p >= 0x20 && *self->p != '"' && *self->p != '\\')
        self->p++;
      g_string_append_len (*out, start, self->p - start);
      if (take (self, '"'))
        return TRUE;
      if (!take (self, '\\') || !read_escape (self, *out))
        return FALSE;
    }
}

static gboolean
read_member (ZbChangeReader *self, const char **out_name, const char **out_value)
{
  if (!read_text (self, &self->name) || !take (self, ':'))
    return FALSE;
  *out_name = self->name->str;
  if (*self->p == 'n')
    {
      *out_value = NULL;
      return take (self, 'n') && take (self, 'u') && take (self, 'l') && take (self, 'l');
    }
  if (!read_text (self, &self->value))
    return FALSE;
  *out_value = self->value->str;
  return TRUE;
}

gboolean
zb_change_reader_next (ZbChangeReader *self, const char **out_name, const char **out_value)
{
  gboolean is_first = !self->is_inside;

  if (self->is_broken || self->p == NULL)
    return FALSE;
  if (is_first && !take (self, '{'))
    self->is_broken = TRUE;
  self->is_inside = TRUE;
  if (self->is_broken)
    return FALSE;
  if (take (self, '}'))
    {
      self->is_broken = *self->p != '\0';
      self->p = NULL;
      return FALSE;
    }
  if ((!is_first && !take (self, ',')) || !read_member (self, out_name, out_value))
    {
      self->is_broken = TRUE;
      return FALSE;
    }
  return TRUE;
}

void
zb_change_reader_clear (ZbChangeReader *self)
{
  if (self->name != NULL)
    g_string_free (self->name, TRUE);
  if (self->value != NULL)
    g_string_free (self->value, TRUE);
  *self = (ZbChangeReader) { 0 };
}
