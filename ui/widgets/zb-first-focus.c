/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-first-focus.h"

typedef gboolean (*GrabFocus) (GtkWidget *widget);
typedef gboolean (*Focus) (GtkWidget *widget, GtkDirectionType direction);

static GQuark
grab_quark (void)
{
  return g_quark_from_static_string ("zb-first-focus-grab");
}

static GQuark
focus_quark (void)
{
  return g_quark_from_static_string ("zb-first-focus-focus");
}

static GQuark
passing_quark (void)
{
  return g_quark_from_static_string ("zb-first-focus-passing");
}

/* What the class said, or the nearest one that it derives from. */
static gpointer
said (GtkWidget *widget, GQuark quark)
{
  gpointer function = NULL;

  for (GType type = G_OBJECT_TYPE (widget); function == NULL && type != 0; type = g_type_parent (type))
    function = g_type_get_qdata (type, quark);
  return function;
}

static gboolean
first_focus_grab (GtkWidget *widget)
{
  GrabFocus grab_focus = (GrabFocus) said (widget, grab_quark ());

  return g_object_get_qdata (G_OBJECT (widget), passing_quark ()) == NULL && grab_focus (widget);
}

static gboolean
first_focus_pass (GtkWidget *widget, GtkDirectionType direction)
{
  Focus focus = (Focus) said (widget, focus_quark ());
  g_autoptr(GObject) object = G_OBJECT (g_object_ref (widget));
  gboolean is_taken;

  g_object_set_qdata (object, passing_quark (), GINT_TO_POINTER (TRUE));
  is_taken = focus (widget, direction);
  g_object_set_qdata (object, passing_quark (), NULL);
  return is_taken;
}

void
zb_widget_class_set_first_focus (GtkWidgetClass *klass, gboolean (*grab_focus) (GtkWidget *widget))
{
  g_type_set_qdata (G_TYPE_FROM_CLASS (klass), grab_quark (), (gpointer) grab_focus);
  g_type_set_qdata (G_TYPE_FROM_CLASS (klass), focus_quark (), (gpointer) klass->focus);
  klass->grab_focus = first_focus_grab;
  klass->focus = first_focus_pass;
}
