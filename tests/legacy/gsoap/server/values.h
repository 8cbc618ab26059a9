//gsoap v service name: Values
//gsoap v service style: rpc
//gsoap v service encoding: encoded
//gsoap v service namespace: urn:legacy:values
//gsoap v service location: http://legacy.invalid/values
//gsoap v schema namespace: urn:legacy:values
/* What gSOAP's compiler makes the WSDL and the code for reading and writing of. Numbers that C cannot hold are text. */

typedef char *xsd__string;
typedef char *xsd__integer;
typedef char *xsd__decimal;
typedef char *xsd__date;
typedef LONG64 xsd__long;

struct xsd__base64Binary { unsigned char *__ptr; int __size; };

/* Two pointers to one party go over the wire as references. */
struct v__Party {
  xsd__string name;
  struct v__Party *guardian;
};

struct ArrayOfString { xsd__string *__ptr; int __size; };
struct ArrayOfParty { struct v__Party **__ptr; int __size; };

struct v__Values {
  xsd__string text;
  xsd__integer whole;
  xsd__long count;
  xsd__decimal amount;
  xsd__date day;
  struct xsd__base64Binary *bytes;
  struct ArrayOfString *names;
  struct ArrayOfParty *parties;
};

struct v__readResponse { struct v__Values values; };
struct v__writeResponse { xsd__string understood; };

//gsoap v service method-action: read urn:legacy:values#read
int v__read(xsd__string what, struct v__readResponse *answer);

//gsoap v service method-action: write urn:legacy:values#write
int v__write(struct v__Values *values, struct v__writeResponse *answer);
