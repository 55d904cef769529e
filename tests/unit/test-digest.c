/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-digest.h"

/* The examples of FIPS 180-4's publisher: nothing, one block, two blocks, a million times the same letter. */
static void
test_examples (void)
{
  static const struct { const char *text; guint times; const char *expected; } examples[] = {
    { "", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
    { "abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
    { "aaaaaaaaaa", 100000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr(ZbDigest) digest = zb_digest_new ();
      g_autofree char *text = NULL;

      for (guint n = 0; n < examples[i].times; n++)
        zb_digest_add (digest, examples[i].text, strlen (examples[i].text));
      text = zb_digest_finish_text (digest);
      g_assert_cmpstr (text, ==, examples[i].expected);
    }
}

static void
test_copy_goes_on_apart (void)
{
  g_autoptr(ZbDigest) one = zb_digest_new ();
  g_autoptr(ZbDigest) other = NULL;
  g_autofree char *first = NULL, *second = NULL;

  zb_digest_add (one, "a", 1);
  other = zb_digest_copy (one);
  zb_digest_add (one, "x", 1);
  zb_digest_add (other, "bc", 2);
  first = zb_digest_finish_text (other);
  second = zb_digest_finish_text (one);
  g_assert_cmpstr (first, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (second, !=, first);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/examples", test_examples);
  g_test_add_func ("/digest/copy-goes-on-apart", test_copy_goes_on_apart);
  return g_test_run ();
}
