/* libuchardet, which guesses the encoding of documents that declare none or a wrong one. */
#ifndef CUCHARDET_SHIM_H
#define CUCHARDET_SHIM_H

#include <uchardet.h>

#endif
