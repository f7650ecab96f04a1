/* libidn2, for international host names (IDNA2008 with TR46's mapping). */
#ifndef CIDN_SHIM_H
#define CIDN_SHIM_H

#include <idn2.h>

#endif
