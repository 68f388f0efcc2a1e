# The Autobahn suite (0.6.4, Python 2) as AutobahnTest starts it: autobahn-suite.py URL ACCESS_TOKEN FOLDER
import sys
from autobahn.websocket import WebSocketClientFactory
from autobahntestsuite import wstest

url, token, folder = sys.argv[1:4]
plain = WebSocketClientFactory.setSessionParameters


def signed_in(self, *positional, **named):
    plain(self, *positional, **named)
    self.headers = {'Authorization': 'Bearer ' + token}


WebSocketClientFactory.setSessionParameters = signed_in
wstest.start({'mode': 'fuzzingclient'}, {
    'failByDrop': False,
    'outdir': folder,
    'servers': [{'agent': 'natter', 'url': url, 'options': {'version': 18}}],
    'cases': ['*'],
    'exclude-cases': ['9.*', '12.*', '13.*'],
    'exclude-agent-cases': {},
})
