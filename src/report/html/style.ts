/** The look of a page: light and dark, screen and paper. No font, image or script is fetched. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#575f6b;--line:#dcdfe4;--band:#f5f6f8;--hover:#eef1f5;
--sum:#3f5674;--less:#b84a2b;--more:#217a6b;--reported:#868f9d;--restated:#3f5674;--verified:#217a6b;--good:#176b3a;--alarm:#a8321c;--grid:#e8eaee;--mark:#1b1f24}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#e6e8eb;--soft:#a3abb6;--line:#323840;--band:#1b2026;--hover:#222830;
--sum:#8fa9cc;--less:#e8896c;--more:#5cc0ad;--reported:#6c7684;--restated:#8fa9cc;--verified:#5cc0ad;--good:#6fd19a;--alarm:#ff9c85;--grid:#262c33;--mark:#fff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
main{max-width:76rem;margin:0 auto;padding:2.5rem 2rem 4rem}
article+article{border-top:3px double var(--line);margin-top:4rem;padding-top:2.5rem}
h1{font:600 1.9rem/1.2 Charter,"Bitstream Charter",Georgia,"Liberation Serif",serif;margin:0 0 .35rem;text-wrap:balance}
h2{font-size:1.1rem;line-height:1.3;margin:3rem 0 .8rem;padding-bottom:.35rem;border-bottom:1px solid var(--ink)}
h3{font-size:.9rem;margin:1.1rem 0 .35rem}
p{margin:.5rem 0;max-width:62rem}
.scope,.note,.more{color:var(--soft)}
.scope{margin:0 0 1.6rem}
.warning{border:1px solid var(--alarm);color:var(--alarm);font-weight:600;padding:.6rem .9rem;border-radius:3px}
nav{margin:1.8rem 0 0;font-size:.9rem}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.2rem;margin:0;padding:0}
a{color:inherit;text-underline-offset:.2em;text-decoration-color:var(--soft)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--sum);outline-offset:2px}
.answers{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1.2rem 2rem;margin:0;padding:1.2rem 0;border-top:1px solid var(--ink);border-bottom:1px solid var(--ink)}
.answers div{min-width:0}
.answers dt{font-size:.78rem;font-weight:650;letter-spacing:.06em}
.answers dd{margin:0;color:var(--soft);font-size:.9rem}
.answers .amount{color:var(--ink);font-size:1.6rem;line-height:1.3;font-weight:600;letter-spacing:-.01em}
.good dt{color:var(--good)}.alarm dt{color:var(--alarm)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.38rem 1.1rem .38rem 0;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
th{font-size:.8rem;font-weight:500;color:var(--soft);vertical-align:bottom;white-space:nowrap}
.figure{text-align:right;white-space:nowrap}
.word{white-space:nowrap}
.remark{min-width:10rem}
td.code{font:.8rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere;min-width:13rem}
tr.sum>*{font-weight:650;color:var(--ink)}
.chart{position:relative;width:38%;min-width:9rem}
th.chart{white-space:normal}
td.chart{padding:0}
.chart svg{position:absolute;inset:0;width:100%;height:100%}
.tall td{padding-top:.55rem;padding-bottom:.55rem}.tall td.chart{padding:0}
.tall .chart{width:26%}.tall .chart svg{height:min(100%,4rem)}
.grid{stroke:var(--grid)}.link{stroke:var(--soft)}.interval-edge{stroke:var(--paper);stroke-width:5}.interval{stroke:var(--mark);stroke-width:1.5}
.sum{fill:var(--sum)}.less{fill:var(--less)}.more{fill:var(--more)}.reported{fill:var(--reported)}.restated{fill:var(--restated)}.verified{fill:var(--verified)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:.6rem 0 0;padding:0;font-size:.85rem;color:var(--soft)}
.legend svg{width:.8rem;height:.8rem;margin-right:.4rem;vertical-align:-.05rem}
.plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:1.4rem 2rem;margin:1.2rem 0}
figure{margin:0;min-width:0;break-inside:avoid}
figcaption{font-size:.9rem;font-weight:600}
.plot{display:block;width:100%;height:auto;max-width:34rem}
.plot text{font-size:11px;fill:var(--soft)}.plot .plot-name{fill:var(--ink);font-weight:600;paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.plot-axis{stroke:var(--soft)}.plot-series,.plot-centre,.plot-limit,.plot-inner-limit{fill:none;stroke:var(--soft)}
.plot-series{stroke:var(--sum);stroke-width:1.5}.plot-limit{stroke:var(--less);stroke-width:1.4;stroke-dasharray:6 3}.plot-inner-limit{stroke-dasharray:1.5 3}
.plot-inside{fill:var(--sum)}.plot-between{fill:var(--paper);stroke:var(--less);stroke-width:1.6}.plot-beyond{fill:var(--alarm);stroke:var(--paper)}
.legend .sample{width:1.6rem;height:.85rem}
.numbers{border-top:1px solid var(--line)}.numbers summary{padding:.42rem 0}.numbers summary::before{padding-right:.6rem}
.folds{border-top:1px solid var(--line)}
.line{display:grid;grid-template-columns:1.1rem minmax(4.5rem,.7fr) minmax(9rem,1.8fr) 6.5rem 6.5rem minmax(8rem,1.5fr) minmax(10rem,3fr);column-gap:.9rem;padding:.42rem 0}
.line>*{min-width:0;overflow-wrap:anywhere;white-space:normal}
.line>.figure{white-space:nowrap}
.heads{color:var(--soft);font-size:.8rem}
details{border-bottom:1px solid var(--line)}
summary{cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary:hover{background:var(--hover)}
summary::before{content:"\\25b8";color:var(--soft)}
details[open]>summary::before{content:"\\25be"}
details[open]>summary{font-weight:600}
.inside{padding:.2rem 0 1.4rem 2rem;background:var(--paper)}
.inside table{font-size:.9rem}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.4rem;margin:.4rem 0;font-size:.9rem}
.facts dt{color:var(--soft)}.facts dd{margin:0;min-width:0;overflow-wrap:anywhere}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:56rem){main{padding:1.5rem 1rem 3rem}h1{font-size:1.5rem}h2{margin-top:2.4rem}.heads{display:none}
.answers{grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:1rem 1.2rem}.answers .amount{font-size:1.25rem}
table{font-size:.85rem}th,td{padding-right:.7rem}th{font-size:.75rem}
.line{grid-template-columns:1.1rem 1fr auto;row-gap:.1rem}
.line>:nth-child(1){grid-area:1/2}.line>:nth-child(2){grid-area:2/2/3/4}.line>:nth-child(3){grid-area:1/3}.line>:nth-child(4){grid-area:3/3}.line>:nth-child(5){grid-area:3/2}.line>:nth-child(6){grid-area:4/2/5/4;color:var(--soft)}
.line>:nth-child(4)::before{content:"ours ";color:var(--soft)}
.inside{padding-left:1.1rem}.chart{width:auto;min-width:5rem}td.code{min-width:8rem}}
@page{margin:14mm 12mm}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--band:#fff;--sum:#3f5674;--less:#b84a2b;--more:#217a6b;--reported:#868f9d;--restated:#3f5674;--verified:#217a6b;--good:#176b3a;--alarm:#a8321c;--grid:#e2e2e2;--mark:#000}
body{font-size:9.5pt}main{max-width:none;padding:0}nav{display:none}h1{font-size:18pt}h2{margin-top:1.6rem}h2,h3{break-after:avoid}
.heads{display:grid}.line{grid-template-columns:1.1rem minmax(3rem,.7fr) minmax(6rem,1.8fr) 5rem 5rem minmax(6rem,1.5fr) minmax(8rem,3fr);column-gap:.6rem}
.line>:nth-child(n){grid-area:auto;color:inherit}.line>:nth-child(4)::before{content:none}
tr,details,.answers div{break-inside:avoid}details[open]{break-inside:auto}thead{display:table-header-group}.scroll{overflow:visible}
svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}.answers{grid-template-columns:repeat(4,1fr)}.answers .amount{font-size:13pt}
td.code{font-size:7pt;min-width:6.5rem}article+article{break-before:page;border:0}}
`;
