"""Reports of mail that came back, brought by a mail service or a filter of the mail server."""

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from deele.newsletter.actions import bounces
from deele.newsletter.doors import subscribers as doors


@csrf_exempt  # a machine; the signature of the body is what counts
@require_POST
def report(request: HttpRequest) -> JsonResponse:
    """One returned message, raw, signed with HMAC-SHA-256. The same message sent again counts once."""
    taken = bounces.take(doors.signed_body(request), timezone.now(), way="webhook")
    return JsonResponse({"counted": taken.counted, "known": taken.known})
