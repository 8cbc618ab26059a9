/* gSOAP's own server on a free port of this machine. Says `ready ADDRESS` when it listens; ends when its input does. */
#include "soapH.h"
#include "Values.nsmap"
#include <pthread.h>
#include <stdarg.h>

static struct v__Party *party(struct soap *soap, const char *name, struct v__Party *guardian) {
  struct v__Party *made = soap_malloc(soap, sizeof *made);
  made->name = soap_strdup(soap, name);
  made->guardian = guardian;
  return made;
}

static struct ArrayOfString *names(struct soap *soap, int count, ...) {
  struct ArrayOfString *made = soap_malloc(soap, sizeof *made);
  va_list arguments;
  made->__size = count;
  made->__ptr = soap_malloc(soap, (count + 1) * sizeof *made->__ptr);
  va_start(arguments, count);
  for (int i = 0; i < count; i++) {
    const char *name = va_arg(arguments, const char *);
    made->__ptr[i] = name ? soap_strdup(soap, name) : NULL;
  }
  va_end(arguments);
  return made;
}

static struct ArrayOfParty *parties(struct soap *soap, int count, ...) {
  struct ArrayOfParty *made = soap_malloc(soap, sizeof *made);
  va_list arguments;
  made->__size = count;
  made->__ptr = soap_malloc(soap, (count + 1) * sizeof *made->__ptr);
  va_start(arguments, count);
  for (int i = 0; i < count; i++) made->__ptr[i] = va_arg(arguments, struct v__Party *);
  va_end(arguments);
  return made;
}

static struct xsd__base64Binary *bytes(struct soap *soap) {
  struct xsd__base64Binary *made = soap_malloc(soap, sizeof *made);
  made->__ptr = (unsigned char *)"\x00\x01\xfe\xff";
  made->__size = 4;
  return made;
}

/* Gives values that clients are known to spoil. */
int v__read(struct soap *soap, char *what, struct v__readResponse *answer) {
  struct v__Values *values = &answer->values;
  memset(values, 0, sizeof *values);
  if (!what) return soap_sender_fault(soap, "what is missing", NULL);
  if (!strcmp(what, "text")) values->text = "  <甲>&\"乙\" ]]> 丙𠮷  ";
  else if (!strcmp(what, "empty")) values->text = "";
  else if (!strcmp(what, "numbers")) {
    values->whole = "379999198506120130";
    values->count = 9007199254740993LL;
    values->amount = "12345678901234567.890";
  } else if (!strcmp(what, "dates")) values->day = "2024-01-02+08:00";
  else if (!strcmp(what, "bytes")) values->bytes = bytes(soap);
  else if (!strcmp(what, "none")) {
    values->names = names(soap, 0);
    values->parties = parties(soap, 0);
  } else if (!strcmp(what, "one")) {
    values->names = names(soap, 1, "甲");
    values->parties = parties(soap, 1, party(soap, "张拟甲", NULL));
  } else if (!strcmp(what, "many")) {
    values->names = names(soap, 3, "甲", NULL, "乙");
    values->parties = parties(soap, 2, party(soap, "张拟甲", NULL), party(soap, "李拟乙", NULL));
  } else if (!strcmp(what, "shared")) {
    struct v__Party *guardian = party(soap, "赵拟丁", NULL);
    values->parties = parties(soap, 2, party(soap, "张拟甲", guardian), party(soap, "李拟乙", guardian));
  } else if (strcmp(what, "absent")) return soap_receiver_fault(soap, "案号不存在", "<code xmlns=\"\">9007199254740993</code>");
  return SOAP_OK;
}

/* A line for each field. */
int v__write(struct soap *soap, struct v__Values *values, struct v__writeResponse *answer) {
  char *said, *parties = "absent";
  size_t length = 0;
  FILE *out = open_memstream(&said, &length);
#define LINE(name) fprintf(out, #name "=%s\n", values->name ? values->name : "absent")
  LINE(text);
  LINE(whole);
  LINE(amount);
  LINE(day);
  fprintf(out, "count=%lld\nbytes=", (long long)values->count);
  for (int i = 0; values->bytes && i < values->bytes->__size; i++) fprintf(out, "%02x", values->bytes->__ptr[i]);
  fprintf(out, "\nnames=");
  if (!values->names) fprintf(out, "absent");
  for (int i = 0; values->names && i < values->names->__size; i++) fprintf(out, "[%s]", values->names->__ptr[i] ? values->names->__ptr[i] : "null");
  fprintf(out, "\nparties=%s", values->parties ? "" : parties);
  for (int i = 0; values->parties && i < values->parties->__size; i++) {
    struct v__Party *each = values->parties->__ptr[i];
    fprintf(out, each->guardian ? "[%s of %s]" : "[%s]", each->name, each->guardian ? each->guardian->name : "");
  }
  fclose(out);
  answer->understood = soap_strdup(soap, said);
  free(said);
  return SOAP_OK;
}

static void *end_with_input(void *nothing) {
  while (getchar() != EOF) continue;
  exit(0);
  return nothing;
}

int main(void) {
  struct soap soap;
  struct sockaddr_in address;
  socklen_t length = sizeof address;
  pthread_t watcher;
  soap_init1(&soap, SOAP_C_UTFSTRING);
  soap.bind_flags = SO_REUSEADDR;
  int listener = soap_bind(&soap, "127.0.0.1", 0, 100);
  if (!soap_valid_socket(listener) || getsockname(listener, (struct sockaddr *)&address, &length)) return 1;
  printf("ready http://127.0.0.1:%d/\n", ntohs(address.sin_port));
  fflush(stdout);
  pthread_create(&watcher, NULL, end_with_input, NULL);
  while (soap_valid_socket(soap_accept(&soap))) {
    soap_serve(&soap);
    soap_destroy(&soap);
    soap_end(&soap);
  }
  return 1;
}
