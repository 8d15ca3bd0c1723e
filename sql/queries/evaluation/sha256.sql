-- SHA-256 of a text, in hexadecimal.
select encode(sha256(convert_to($1, 'UTF8')), 'hex') as sha256
