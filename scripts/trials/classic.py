"""The classic XML platform, as far as it takes to list as old client libraries do: a certificate, a session, signed calls.

A call may be sent again while it is young (its `msg-ttl`), so one signed call serves a whole load.
"""

import base64
import hashlib
import hmac
import os
import re
import shutil
import subprocess
from datetime import datetime, timezone

from .http import once
from .node import APP_ID, CannotRun, command


def _envelope(inner):
    return f'<wc-request:request xmlns:wc-request="urn:com.microsoft.wc.request">{inner}</wc-request:request>'.encode()


def _header(method, who, info):
    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    digest = base64.b64encode(hashlib.sha256(info.encode()).digest()).decode()
    return (
        f"<header><method>{method}</method><method-version>1</method-version>{who}<language>en</language><country>US</country>"
        f"<msg-time>{now}</msg-time><msg-ttl>1800</msg-ttl><version>trial/1.0</version>"
        f'<info-hash><hash-data algName="SHA256">{digest}</hash-data></info-hash></header>'
    )


class ClassicApp:
    """The app as an old library drives it."""

    def __init__(self, home):
        if not shutil.which("openssl"):
            raise CannotRun("openssl is not installed (Debian: apt-get install openssl): the classic list needs a certificate")
        self.key, self.certificate = home / "classic.key", home / "classic.pem"
        self.secret, self.token = os.urandom(32), ""
        _openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", self.key, "-out", self.certificate, "-days", "30",
                 "-subj", "/CN=Trial Clinic")
        der = _openssl("x509", "-in", self.certificate, "-outform", "DER")
        self.thumbprint = hashlib.sha1(der).hexdigest().upper()

    def register(self, program, settings):
        """Registers the certificate."""
        command(program, ["app", "certificate", "add", APP_ID, str(self.certificate)], settings)

    async def sign_in(self, address):
        """Makes a session."""
        secret = base64.b64encode(self.secret).decode()
        content = (
            f'<content><app-id>{APP_ID}</app-id><shared-secret><hmac-alg algName="HMACSHA256">{secret}</hmac-alg></shared-secret>'
            "</content>"
        )
        signature = base64.b64encode(_openssl("dgst", "-sha256", "-sign", self.key, given=content.encode())).decode()
        info = (
            f'<info><auth-info><app-id>{APP_ID}</app-id><credential><appserver><sig digestMethod="SHA256" sigMethod="RSA-SHA256"'
            f' thumbprint="{self.thumbprint}">{signature}</sig>{content}</appserver></credential></auth-info></info>'
        )
        header = _header("CreateAuthenticatedSessionToken", f"<app-id>{APP_ID}</app-id>", info)
        # The order of an unauthenticated header: the app stands before the language.
        said = await _send(address, _envelope(header + info))
        self.token = re.search(r"<token [^>]*>([^<]+)</token>", said)[1]

    def list_since(self, since):
        """A signed call that lists what was authorized since then."""
        info = f"<info><authorized-connect-requests-since>{since}</authorized-connect-requests-since></info>"
        header = _header("GetAuthorizedConnectRequests", f"<auth-session><auth-token>{self.token}</auth-token></auth-session>", info)
        proof = base64.b64encode(hmac.digest(self.secret, header.encode(), "sha256")).decode()
        return _envelope(f'<auth><hmac-data algName="HMACSHA256">{proof}</hmac-data></auth>{header}{info}')


def _openssl(*arguments, given=None):
    ended = subprocess.run(["openssl", *map(str, arguments)], input=given, capture_output=True)
    if ended.returncode:
        raise AssertionError(f"openssl {arguments[0]}: {ended.stderr.decode()[-300:]}")
    return ended.stdout


async def _send(address, body):
    reply = await once(address, "POST", "/platform/wildcat.ashx", [("content-type", "text/xml")], body)
    if "<code>0</code>" not in reply.text:
        raise AssertionError(f"the classic platform: {reply.status} {reply.text[:300]}")
    return reply.text


async def prepared_list(place):
    """The body of a load: listing what is new since now, signed; tried once."""
    if place.classic is None:
        place.classic = ClassicApp(place.home)
        place.classic.register(place.program, place.settings)
        await place.classic.sign_in(place.nodes[0].address)
    body = place.classic.list_since(datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z"))
    await _send(place.nodes[0].address, body)
    return body.decode()
