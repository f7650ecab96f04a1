/* libxml2's HTML parser, which the benchmark holds the sanitizer against. XML comes through FoundationXML. */
#ifndef CXML2_SHIM_H
#define CXML2_SHIM_H

/* Debian's libxml2 headers pull in ICU, which clashes with Foundation's own ICU module in debug builds
   ('UErrorCode' has different definitions). Swift never looks inside the struct that this macro changes. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#endif
