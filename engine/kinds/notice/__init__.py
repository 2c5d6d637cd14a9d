"""Notices (اطلاعیه): condolences, congratulations, invitations, announcements, tenders, outages."""
