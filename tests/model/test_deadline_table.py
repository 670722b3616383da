"""Every wording beside what it must mean and how it must print, as one table a person can read."""

from __future__ import annotations

import pytest

from r57plans.model.deadline import parse_deadline

# wording | kind | first day | last day | in Vietnamese | in English; `-` is none, `=` the wording.
TABLE = """
30/5/2025 | day | 2025-05-30 | 2025-05-30 | = | 30 May 2025
ngày 30/5/2025 | day | 2025-05-30 | 2025-05-30 | = | 30 May 2025
đến ngày 30 tháng 5 năm 2025 | day | 2025-05-30 | 2025-05-30 | = | by 30 May 2025
ngày 09 tháng 01 năm 2026 | day | 2026-01-09 | 2026-01-09 | = | 9 January 2026
30 May 2025 | day | 2025-05-30 | 2025-05-30 | 30/5/2025 | =
by 30 May 2025 | day | 2025-05-30 | 2025-05-30 | đến ngày 30/5/2025 | =
May 30, 2025 | day | 2025-05-30 | 2025-05-30 | 30/5/2025 | =
the 30th of May 2025 | day | 2025-05-30 | 2025-05-30 | 30/5/2025 | =
2025-05-30 | day | 2025-05-30 | 2025-05-30 | 30/5/2025 | 30 May 2025
30.5.2025 | day | 2025-05-30 | 2025-05-30 | = | 30 May 2025
chậm nhất ngày 30/6/2025 | day | 2025-06-30 | 2025-06-30 | = | by 30 June 2025
no later than 30 June 2025 | day | 2025-06-30 | 2025-06-30 | đến ngày 30/6/2025 | =
completed by 30 June 2025 | day | 2025-06-30 | 2025-06-30 | đến ngày 30/6/2025 | =
đến ngày 30/5 | day | - | - | = | by 30 May
15/8 | day | - | - | = | 15 August
by 30 May | day | - | - | đến ngày 30/5 | =
Hoàn thành: 30/6/2025 | day | 2025-06-30 | 2025-06-30 | = | 30 June 2025
due 30 June 2025 | day | 2025-06-30 | 2025-06-30 | 30/6/2025 | =
trước 15/8/2025 | before | - | 2025-08-14 | = | before 15 August 2025
trước ngày 30/11/2026 | before | - | 2026-11-29 | = | before 30 November 2026
before 15 August 2025 | before | - | 2025-08-14 | trước ngày 15/8/2025 | =
trước quý III/2025 | before | - | 2025-06-30 | = | before Q3 2025
trước tháng 7/2025 | before | - | 2025-06-30 | = | before July 2025
trước năm 2026 | before | - | 2025-12-31 | = | before 2026
before Q3 2025 | before | - | 2025-06-30 | trước quý III/2025 | =
before July 2025 | before | - | 2025-06-30 | trước tháng 7/2025 | =
prior to 2026 | before | - | 2025-12-31 | trước năm 2026 | =
hoàn thành trước ngày 30/6/2025 | before | - | 2025-06-29 | = | before 30 June 2025
Trước ngày 15 tháng 12 năm 2025. | before | - | 2025-12-14 | = | Before 15 December 2025
trước 15/6 | before | - | - | = | before 15 June
trước tháng 6 | before | - | - | = | before June
Trước 31/12/2025 | before | - | 2025-12-30 | = | Before 31 December 2025
6/2025 | month | 2025-06-01 | 2025-06-30 | = | June 2025
06/2025 | month | 2025-06-01 | 2025-06-30 | = | June 2025
6-2025 | month | 2025-06-01 | 2025-06-30 | = | June 2025
tháng 6/2025 | month | 2025-06-01 | 2025-06-30 | = | June 2025
Tháng 10/2025 | month | 2025-10-01 | 2025-10-31 | = | October 2025
tháng 6 năm 2025 | month | 2025-06-01 | 2025-06-30 | = | June 2025
trong tháng 3/2025 | month | 2025-03-01 | 2025-03-31 | = | March 2025
Tháng sáu năm 2025 | month | 2025-06-01 | 2025-06-30 | = | June 2025
tháng năm năm 2025 | month | 2025-05-01 | 2025-05-31 | = | May 2025
T6/2025 | month | 2025-06-01 | 2025-06-30 | = | June 2025
2025-05 | month | 2025-05-01 | 2025-05-31 | tháng 5/2025 | May 2025
June 2025 | month | 2025-06-01 | 2025-06-30 | tháng 6/2025 | =
Jun 2025 | month | 2025-06-01 | 2025-06-30 | tháng 6/2025 | =
in June 2025 | month | 2025-06-01 | 2025-06-30 | tháng 6/2025 | =
đầu tháng 6/2025 | month | 2025-06-01 | 2025-06-10 | = | beginning of June 2025
by June 2025 | month | - | 2025-06-30 | đến tháng 6/2025 | =
June | month | - | - | tháng 6 | =
May | month | - | - | tháng 5 | =
cuối tháng 6/2025 | month | - | 2025-06-30 | = | end of June 2025
sept. 2025 | month | 2025-09-01 | 2025-09-30 | tháng 9/2025 | =
Quý II/2025 | quarter | 2025-04-01 | 2025-06-30 | = | Q2 2025
quý 2/2025 | quarter | 2025-04-01 | 2025-06-30 | = | Q2 2025
quý II năm 2025 | quarter | 2025-04-01 | 2025-06-30 | = | Q2 2025
quý I năm 2025 | quarter | 2025-01-01 | 2025-03-31 | = | Q1 2025
Quý II-2025 | quarter | 2025-04-01 | 2025-06-30 | = | Q2 2025
quí II/2025 | quarter | 2025-04-01 | 2025-06-30 | = | Q2 2025
Q2/2025 | quarter | 2025-04-01 | 2025-06-30 | quý II/2025 | Q2 2025
Q2 2025 | quarter | 2025-04-01 | 2025-06-30 | quý II/2025 | =
2025 Q2 | quarter | 2025-04-01 | 2025-06-30 | quý II/2025 | =
II/2025 | quarter | 2025-04-01 | 2025-06-30 | = | Q2 2025
second quarter of 2025 | quarter | 2025-04-01 | 2025-06-30 | quý II/2025 | =
the second quarter of 2025 | quarter | 2025-04-01 | 2025-06-30 | quý II/2025 | =
cuối quý II/2025 | quarter | - | 2025-06-30 | = | end of Q2 2025
giữa quý II/2025 | quarter | - | 2025-05-15 | = | middle of Q2 2025
hết quý II/2025 | quarter | - | 2025-06-30 | = | by the end of Q2 2025
Q2 | quarter | - | - | quý II | =
trong Q2/2025 | quarter | 2025-04-01 | 2025-06-30 | = | Q2 2025
by Q2/2025 | quarter | - | 2025-06-30 | đến quý II/2025 | =
First quarter, 2025 | quarter | 2025-01-01 | 2025-03-31 | Quý I/2025 | =
6 tháng đầu năm 2025 | half-year | 2025-01-01 | 2025-06-30 | = | first half of 2025
nửa đầu năm 2025 | half-year | 2025-01-01 | 2025-06-30 | = | first half of 2025
6 tháng cuối năm | half-year | - | - | = | second half of the year
first half of 2025 | half-year | 2025-01-01 | 2025-06-30 | 6 tháng đầu năm 2025 | =
H1 2025 | half-year | 2025-01-01 | 2025-06-30 | 6 tháng đầu năm 2025 | =
first six months of 2025 | half-year | 2025-01-01 | 2025-06-30 | 6 tháng đầu năm 2025 | =
đến hết 6 tháng đầu năm 2025 | half-year | - | 2025-06-30 | = | by the end of the first half of 2025
2nd half of 2025 | half-year | 2025-07-01 | 2025-12-31 | 6 tháng cuối năm 2025 | =
second half 2025 | half-year | 2025-07-01 | 2025-12-31 | 6 tháng cuối năm 2025 | =
2025 | year | 2025-01-01 | 2025-12-31 | = | =
cuối năm 2025 | year | - | 2025-12-31 | = | end of 2025
end of 2025 | year | - | 2025-12-31 | cuối năm 2025 | =
by the end of 2025 | year | - | 2025-12-31 | đến hết năm 2025 | =
đầu năm 2026 | year | 2026-01-01 | 2026-03-31 | = | beginning of 2026
early 2026 | year | 2026-01-01 | 2026-03-31 | đầu năm 2026 | =
beginning of 2026 | year | 2026-01-01 | 2026-03-31 | đầu năm 2026 | =
giữa năm 2025 | year | - | 2025-06-30 | = | middle of 2025
cuối năm | year | - | - | = | end of the year
năm 2025 | year | 2025-01-01 | 2025-12-31 | = | 2025
trong năm 2025 | year | 2025-01-01 | 2025-12-31 | = | 2025
in 2025 | year | 2025-01-01 | 2025-12-31 | 2025 | =
by 2030 | year | - | 2030-12-31 | đến năm 2030 | =
đến năm 2030 | year | - | 2030-12-31 | = | by 2030
đến hết năm 2025 | year | - | 2025-12-31 | = | by the end of 2025
trong năm | year | - | - | = | within the year
từ nay đến năm 2030 | year | - | 2030-12-31 | = | by 2030
from now until 2030 | year | - | 2030-12-31 | đến năm 2030 | =
đến cuối năm 2025 | year | - | 2025-12-31 | = | by the end of 2025
before the end of 2025 | year | - | 2025-12-31 | đến hết năm 2025 | =
trước khi hết năm 2025 | year | - | 2025-12-31 | = | by the end of 2025
late 2025 | year | - | 2025-12-31 | cuối năm 2025 | =
by mid-2025 | year | - | 2025-06-30 | giữa năm 2025 | =
throughout 2025 | year | 2025-01-01 | 2025-12-31 | 2025 | =
the year 2025 | year | 2025-01-01 | 2025-12-31 | 2025 | =
2025 - 2026 | range | 2025-01-01 | 2026-12-31 | = | 2025–2026
2025-2030 | range | 2025-01-01 | 2030-12-31 | = | 2025–2030
2025–2030 | range | 2025-01-01 | 2030-12-31 | = | =
giai đoạn 2025 - 2030 | range | 2025-01-01 | 2030-12-31 | = | 2025–2030
từ năm 2025 đến năm 2030 | range | 2025-01-01 | 2030-12-31 | = | 2025–2030
the period 2025-2030 | range | 2025-01-01 | 2030-12-31 | 2025 - 2030 | =
quý II - quý IV/2025 | range | 2025-04-01 | 2025-12-31 | = | Q2 – Q4 2025
quý III/2025 - quý II/2026 | range | 2025-07-01 | 2026-06-30 | = | Q3 2025 – Q2 2026
tháng 4 - 6/2025 | range | 2025-04-01 | 2025-06-30 | = | April – June 2025
tháng 4/2025 - tháng 6/2025 | range | 2025-04-01 | 2025-06-30 | = | April – June 2025
15/4/2025 - 30/6/2025 | range | 2025-04-15 | 2025-06-30 | = | 15 April – 30 June 2025
từ ngày 15/4 đến ngày 30/6/2025 | range | 2025-04-15 | 2025-06-30 | = | 15 April – 30 June 2025
2025 to 2026 | range | 2025-01-01 | 2026-12-31 | 2025 - 2026 | =
from Q2 2025 to Q4 2025 | range | 2025-04-01 | 2025-12-31 | quý II - quý IV/2025 | =
April–June 2025 | range | 2025-04-01 | 2025-06-30 | tháng 4 - tháng 6/2025 | =
last four months of 2025 | range | 2025-09-01 | 2025-12-31 | 4 tháng cuối năm 2025 | =
4 tháng cuối năm 2025 | range | 2025-09-01 | 2025-12-31 | = | last four months of 2025
9 tháng đầu năm 2025 | range | 2025-01-01 | 2025-09-30 | = | first nine months of 2025
Quý III, IV/2025 | range | 2025-07-01 | 2025-12-31 | = | Q3 – Q4 2025
trong 30 ngày kể từ ngày 15/4/2025 | range | 2025-04-15 | 2025-05-15 | = | 15 April – 15 May 2025
within 30 days from 15 April 2025 | range | 2025-04-15 | 2025-05-15 | 15/4 - 15/5/2025 | =
3 tháng đầu năm 2026 | range | 2026-01-01 | 2026-03-31 | = | first three months of 2026
Q2–Q4 2025 | range | 2025-04-01 | 2025-12-31 | quý II - quý IV/2025 | =
năm 2025 - 2026 | range | 2025-01-01 | 2026-12-31 | = | 2025–2026
tháng 12/2025 - tháng 02/2026 | range | 2025-12-01 | 2026-02-28 | = | December 2025 – February 2026
1/4 - 30/6 | range | - | - | = | 1 April – 30 June
6/2025 - quý III/2025 | range | 2025-06-01 | 2025-09-30 | = | from June 2025 to the end of Q3 2025
Tháng 3, 4 năm 2025 | range | 2025-03-01 | 2025-04-30 | = | March – April 2025
tháng 3 và tháng 4/2025 | range | 2025-03-01 | 2025-04-30 | = | March – April 2025
2025; 2026 | range | 2025-01-01 | 2026-12-31 | = | 2025–2026
trong quý II - quý III/2025 | range | 2025-04-01 | 2025-09-30 | = | Q2 – Q3 2025
between 2025 and 2027 | range | 2025-01-01 | 2027-12-31 | 2025 - 2027 | =
in Q2 and Q3 2025 | range | 2025-04-01 | 2025-09-30 | quý II - quý III/2025 | =
năm 2025 và năm 2026 | range | 2025-01-01 | 2026-12-31 | = | 2025–2026
1/2025 - 12/2025 | range | 2025-01-01 | 2025-12-31 | = | January – December 2025
H1 - H2 2025 | range | 2025-01-01 | 2025-12-31 | 6 tháng đầu năm 2025 - 6 tháng cuối năm 2025 | =
first four months of the year | range | - | - | 4 tháng đầu năm | =
quý 1-quý 2 năm 2025 | range | 2025-01-01 | 2025-06-30 | = | Q1 – Q2 2025
2025 và những năm tiếp theo | from-on | 2025-01-01 | - | = | 2025 and the following years
2025 và các năm tiếp theo | from-on | 2025-01-01 | - | = | 2025 and the following years
từ năm 2025 | from-on | 2025-01-01 | - | = | from 2025 onwards
từ quý II/2025 trở đi | from-on | 2025-04-01 | - | = | from Q2 2025 onwards
2025 and the following years | from-on | 2025-01-01 | - | 2025 và những năm tiếp theo | =
from 2025 on | from-on | 2025-01-01 | - | từ năm 2025 trở đi | =
from Q2 2025 onwards | from-on | 2025-04-01 | - | từ quý II/2025 trở đi | =
sau năm 2025 | from-on | 2026-01-01 | - | = | after 2025
after 2025 | from-on | 2026-01-01 | - | sau năm 2025 | =
sau ngày 30/6/2025 | from-on | 2025-07-01 | - | = | after 30 June 2025
Hằng năm | recurring | - | - | = | Every year
hàng năm | recurring | - | - | = | every year
hằng quý | recurring | - | - | = | every quarter
hằng tháng | recurring | - | - | = | every month
hằng tuần | recurring | - | - | = | every week
mỗi năm | recurring | - | - | = | every year
định kỳ hằng quý | recurring | - | - | = | every quarter
thứ Sáu hằng tuần | recurring | - | - | = | every Friday
thứ 6 hằng tuần | recurring | - | - | = | every Friday
Chủ nhật hằng tuần | recurring | - | - | = | Every Sunday
6 tháng một lần | recurring | - | - | = | every six months
6 tháng/lần | recurring | - | - | = | every six months
định kỳ 6 tháng | recurring | - | - | = | every six months
2 năm một lần | recurring | - | - | = | every two years
trước 15/6 và 15/12 hằng năm | recurring | - | - | = | before 15 June and 15 December every year
trước 15/6 và 1/12 | recurring | - | - | = | before 15 June and 1 December every year
hằng năm, trước ngày 15/12 | recurring | - | - | = | before 15 December every year
trước ngày 20 hằng tháng | recurring | - | - | = | before the 20th of every month
quý IV hằng năm | recurring | - | - | = | in Q4 every year
hằng năm từ 2025 đến 2030 | recurring | 2025-01-01 | 2030-12-31 | = | every year from 2025 to 2030
hằng quý năm 2025 | recurring | 2025-01-01 | 2025-12-31 | = | every quarter in 2025
hằng năm, tăng dần | recurring | - | - | = | =
every year | recurring | - | - | hằng năm | =
annually | recurring | - | - | hằng năm | =
yearly | recurring | - | - | hằng năm | =
quarterly | recurring | - | - | hằng quý | =
every quarter | recurring | - | - | hằng quý | =
monthly | recurring | - | - | hằng tháng | =
weekly | recurring | - | - | hằng tuần | =
every Friday | recurring | - | - | thứ Sáu hằng tuần | =
every six months | recurring | - | - | 6 tháng một lần | =
every two years | recurring | - | - | 2 năm một lần | =
by the 20th of every month | recurring | - | - | chậm nhất ngày 20 hằng tháng | =
every quarter of 2025 | recurring | 2025-01-01 | 2025-12-31 | hằng quý trong năm 2025 | =
2025-2030, hằng năm | recurring | 2025-01-01 | 2030-12-31 | = | every year from 2025 to 2030
Hằng năm, bắt đầu từ năm 2026 | recurring | 2026-01-01 | - | = | Every year from 2026 onwards
hằng năm đến hết năm 2030 | recurring | - | 2030-12-31 | = | every year until the end of 2030
trước ngày 15/6, 15/12 hằng năm | recurring | - | - | = | before 15 June and 15 December every year
15/6 và 15/12 hằng năm | recurring | - | - | = | on 15 June and 15 December every year
15/6, 15/12 | recurring | - | - | = | on 15 June and 15 December every year
15 June and 15 December | recurring | - | - | ngày 15/6 và 15/12 hằng năm | =
every year, by 30 June | recurring | - | - | chậm nhất ngày 30/6 hằng năm | =
tháng 6 hằng năm | recurring | - | - | = | in June every year
tháng 6 và tháng 12 hằng năm | recurring | - | - | = | in June and December every year
in Q4 every year | recurring | - | - | quý IV hằng năm | =
trước thứ Sáu hằng tuần | recurring | - | - | = | before every Friday
before every Friday | recurring | - | - | trước thứ Sáu hằng tuần | =
weekly on Friday | recurring | - | - | thứ Sáu hằng tuần | =
hằng tuần, vào thứ Sáu | recurring | - | - | = | every Friday
12 tháng một lần | recurring | - | - | = | every year
18 tháng một lần | recurring | - | - | = | every 18 months
twice a year | recurring | - | - | 6 tháng một lần | =
once a year | recurring | - | - | hằng năm | =
hằng ngày | recurring | - | - | = | every day
half-yearly | recurring | - | - | 6 tháng một lần | =
15 tháng 6 hằng năm | recurring | - | - | = | on 15 June every year
trước ngày 31/12 hằng năm | recurring | - | - | = | before 31 December every year
hằng năm, trước ngày 30 tháng 6 | recurring | - | - | = | before 30 June every year
hằng tháng, ngày 25 | recurring | - | - | = | on the 25th of every month
hằng năm từ 15/4/2025 | recurring | 2025-04-15 | - | = | every year from 15 April 2025 onwards
Thường xuyên | ongoing | - | - | = | Ongoing
thường xuyên, liên tục | ongoing | - | - | = | ongoing, continuous
liên tục | ongoing | - | - | = | continuous
ongoing | ongoing | - | - | thường xuyên | =
continuous | ongoing | - | - | liên tục | =
Regularly | ongoing | - | - | Thường xuyên | =
Thường xuyên, báo cáo hằng quý | ongoing | - | - | = | Ongoing, reporting every quarter
Thường xuyên (báo cáo 6 tháng một lần) | ongoing | - | - | = | Ongoing, reporting every six months
thường xuyên hằng năm | ongoing | - | - | = | ongoing, every year
thường xuyên từ năm 2025 | ongoing | 2025-01-01 | - | = | ongoing from 2025 onwards
ongoing, with quarterly reports | ongoing | - | - | thường xuyên, báo cáo hằng quý | =
ongoing from 2025 | ongoing | 2025-01-01 | - | thường xuyên từ năm 2025 trở đi | =
thường xuyên, theo yêu cầu của cấp trên | ongoing | - | - | = | =
Thường xuyên đến năm 2030 | ongoing | - | 2030-12-31 | = | Ongoing until 2030
thường xuyên trong năm 2025 | ongoing | 2025-01-01 | 2025-12-31 | = | ongoing in 2025
THƯỜNG XUYÊN | ongoing | - | - | = | Ongoing
2025, thường xuyên | ongoing | 2025-01-01 | 2025-12-31 | = | ongoing in 2025
liên tục đến 30/6/2025 | ongoing | - | 2025-06-30 | = | continuous until 30 June 2025
thường xuyên; báo cáo định kỳ 6 tháng | ongoing | - | - | = | ongoing, reporting every six months
giai đoạn 1 | phase | - | - | = | phase 1
Giai đoạn II | phase | - | - | = | Phase 2
phase 1 | phase | - | - | giai đoạn 1 | =
phase 2 (to 31/12/2025) | phase | - | 2025-12-31 | giai đoạn 2 (đến ngày 31/12/2025) | =
giai đoạn nước rút | phase | - | - | = | =
giai đoạn 1 (2025 - 2026) | phase | 2025-01-01 | 2026-12-31 | = | phase 1 (2025–2026)
Giai đoạn 1: 2025 - 2026 | phase | 2025-01-01 | 2026-12-31 | = | Phase 1 (2025–2026)
Giai đoạn 1 (đến hết quý II/2025) | phase | - | 2025-06-30 | = | Phase 1 (until the end of Q2 2025)
phase 1: until 30 June 2025 | phase | - | 2025-06-30 | giai đoạn 1 (đến ngày 30/6/2025) | =
phase II (Q2 2025) | phase | 2025-04-01 | 2025-06-30 | giai đoạn 2 (quý II/2025) | =
trong 100 ngày làm việc | working-days | - | - | = | within 100 working days
100 ngày làm việc | working-days | - | - | = | within 100 working days
10 working days after the meeting | working-days | - | - | = | =
within 10 working days of signature | working-days | - | - | = | =
within 10 working days | working-days | - | - | trong 10 ngày làm việc | =
khi Luật Khoa học, công nghệ và đổi mới sáng tạo được thông qua | event | - | - | = | =
sau 12 tháng nghiệm thu | event | - | - | = | 12 months after acceptance
12 months after acceptance | event | - | - | sau 12 tháng nghiệm thu | =
ngay sau khi Trung ương có hướng dẫn | event | - | - | = | =
ngay sau khi Luật có hiệu lực (quý III/2025) | event | 2025-07-01 | 2025-09-30 | = | =
upon adoption of the Law | event | - | - | = | =
after the merger of provinces | event | - | - | = | =
khi có yêu cầu | event | - | - | = | when requested
theo kế hoạch | event | - | - | = | as planned
trong vòng 15 ngày kể từ ngày được giao | event | - | - | = | =
sớm nhất có thể | event | - | - | = | as soon as possible
sau khi hợp nhất | event | - | - | = | =
upon request | event | - | - | theo yêu cầu | =
tại kỳ họp thường lệ giữa năm 2025 của HĐND tỉnh | event | - | - | = | =
before phase 2 | event | - | - | = | =
- | none | - | - | = | =
không có | none | - | - | = | none
none | none | - | - | không có | =
N/A | none | - | - | Không có | =
chưa xác định | none | - | - | = | not yet set
... | none | - | - | = | =
"""
ROWS = [tuple(line.split(" | ")) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("wording", "kind", "first", "last", "vi", "en"), ROWS)
def test_a_wording_means_and_prints_what_the_table_says(
    wording: str, kind: str, first: str, last: str, vi: str, en: str
) -> None:
    deadline = parse_deadline(wording)

    found = (deadline.kind, str(deadline.first or "-"), str(deadline.last or "-"))
    printed = (deadline.say("vi"), deadline.say("en"))

    assert deadline.wording == wording
    assert found == (kind, first, last)
    assert printed == (wording if vi == "=" else vi, wording if en == "=" else en)
