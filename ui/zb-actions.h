/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n.h>

G_BEGIN_DECLS

/*
 * Everything that has a key of its own: action, accelerators separated by blanks, label, group.
 * Feeds the accelerators and the window of keyboard shortcuts.
 */
#define ZB_ACTIONS_GENERAL N_("General")
#define ZB_ACTIONS_AREAS N_("Areas")
#define ZB_ACTIONS_RECORDS N_("Records")
#define ZB_ACTIONS_TABLE N_("Table of Members")
#define ZB_ACTIONS_PAPERS N_("Lists and Papers")

/* Actions that the application and its windows answer to. */
#define ZB_ACTIONS(X)                                                                        \
  X ("win.find", "<Control>f", N_("Search"), ZB_ACTIONS_GENERAL)                             \
  X ("win.undo", "<Control>z", N_("Undo"), ZB_ACTIONS_GENERAL)                               \
  X ("win.redo", "<Shift><Control>z", N_("Redo"), ZB_ACTIONS_GENERAL)                        \
  X ("win.open", "<Control>o", N_("Open Another Registry"), ZB_ACTIONS_GENERAL)              \
  X ("win.import", "<Control>i", N_("Import a Roster"), ZB_ACTIONS_GENERAL)                  \
  X ("win.print", "<Control>p", N_("Print and Export"), ZB_ACTIONS_GENERAL)                  \
  X ("win.export", "<Control>e", N_("Export the Table"), ZB_ACTIONS_GENERAL)                 \
  X ("win.log", "<Control>h", N_("Everything That Was Changed"), ZB_ACTIONS_GENERAL)         \
  X ("win.menu", "F10", N_("Main Menu"), ZB_ACTIONS_GENERAL)                                 \
  X ("app.preferences", "<Control>comma", N_("Preferences"), ZB_ACTIONS_GENERAL)             \
  X ("app.shortcuts", "<Control>question", N_("Keyboard Shortcuts"), ZB_ACTIONS_GENERAL)     \
  X ("app.help", "F1", N_("Help"), ZB_ACTIONS_GENERAL)                                       \
  X ("window.close", "<Control>w", N_("Close the Window"), ZB_ACTIONS_GENERAL)               \
  X ("app.quit", "<Control>q", N_("Quit"), ZB_ACTIONS_GENERAL)                               \
  X ("win.area(1)", "<Alt>1", N_("Overview"), ZB_ACTIONS_AREAS)                              \
  X ("win.area(2)", "<Alt>2", N_("Organisations"), ZB_ACTIONS_AREAS)                         \
  X ("win.area(3)", "<Alt>3", N_("Members"), ZB_ACTIONS_AREAS)                               \
  X ("win.area(4)", "<Alt>4", N_("Organisational Life"), ZB_ACTIONS_AREAS)                   \
  X ("win.area(5)", "<Alt>5", N_("Oaths and Ceremonies"), ZB_ACTIONS_AREAS)                  \
  X ("win.area(6)", "<Alt>6", N_("Small Wishes"), ZB_ACTIONS_AREAS)                          \
  X ("win.area(7)", "<Alt>7", N_("Volunteer Service"), ZB_ACTIONS_AREAS)                     \
  X ("win.back", "<Alt>Left", N_("Back"), ZB_ACTIONS_AREAS)                                  \
  X ("win.new", "<Control>n", N_("New Record"), ZB_ACTIONS_RECORDS)                          \
  X ("win.edit", "F2", N_("Edit the Record"), ZB_ACTIONS_RECORDS)

/* Keys that the widget with the focus answers to: shown, not set by the application. */
#define ZB_ACTIONS_LOCAL(X)                                                                  \
  X ("form.save", "<Control>s", N_("Save the Record"), ZB_ACTIONS_RECORDS)                   \
  X ("form.cancel", "Escape", N_("Leave the Form"), ZB_ACTIONS_RECORDS)                      \
  X ("meeting.screen", "F5", N_("Ceremony on the Big Screen"), ZB_ACTIONS_RECORDS)           \
  X ("table.open", "Return", N_("Open the Member’s Page"), ZB_ACTIONS_TABLE)                 \
  X ("table.menu", "<Shift>F10", N_("What Can Be Done with the Selected"), ZB_ACTIONS_TABLE)     \
  X ("table.all", "<Control>a", N_("Select All"), ZB_ACTIONS_TABLE)                          \
  X ("table.none", "Escape", N_("Clear Search and Selection"), ZB_ACTIONS_TABLE)             \
  X ("table.headings", "<Shift>Tab", N_("From the Rows to the Headings"), ZB_ACTIONS_TABLE)  \
  X ("table.sort", "space", N_("On a Heading: Order by It"), ZB_ACTIONS_TABLE)               \
  X ("table.widen", "<Control>Right", N_("On a Heading: Wider"), ZB_ACTIONS_TABLE)           \
  X ("table.narrow", "<Control>Left", N_("On a Heading: Narrower"), ZB_ACTIONS_TABLE)        \
  X ("table.move", "<Shift><Control>Right", N_("On a Heading: Move the Column"), ZB_ACTIONS_TABLE) \
  X ("paper.page-next", "<Control>Page_Down", N_("Next Page"), ZB_ACTIONS_PAPERS)            \
  X ("paper.page-before", "<Control>Page_Up", N_("Page Before"), ZB_ACTIONS_PAPERS)          \
  X ("paper.page-ask", "<Control>g", N_("Go to a Page"), ZB_ACTIONS_PAPERS)                  \
  X ("paper.page-first", "<Control>Home", N_("First Page"), ZB_ACTIONS_PAPERS)               \
  X ("paper.page-last", "<Control>End", N_("Last Page"), ZB_ACTIONS_PAPERS)                  \
  X ("paper.zoom-in", "<Control>plus", N_("Larger"), ZB_ACTIONS_PAPERS)                      \
  X ("paper.zoom-out", "<Control>minus", N_("Smaller"), ZB_ACTIONS_PAPERS)                   \
  X ("paper.zoom-fit", "<Control>0", N_("Fit the Width"), ZB_ACTIONS_PAPERS)

/** ZbAction: one row of the table above. */
typedef struct {
  const char *name;
  const char *keys;
  const char *label;
  const char *group;
} ZbAction;

#define ZB_ACTION_ROW(name_, keys_, label_, group_) { name_, keys_, label_, group_ },

G_END_DECLS
